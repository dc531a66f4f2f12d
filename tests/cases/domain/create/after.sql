create domain email as text collate "C" default 'x@y' not null constraint has_at check (value ~ '@') check (length(value) < 100);
comment on domain email is 'an address';
comment on constraint has_at on domain email is 'must';
create table t (e email);
