create table t (a text, b text, c text, d numeric, e int);
alter table t alter a set storage external, alter b set storage main;
alter table t alter d set statistics 50;
\if :pg14
alter table t alter c set compression pglz;
\endif
alter table t alter e set (n_distinct = 5, n_distinct_inherited = 3);
