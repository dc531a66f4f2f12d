create collation plain (provider = icu, locale = 'und', rules = '&a < g');
\if :pg17
create collation own (provider = builtin, locale = 'C.UTF-8');
\endif
