create table t (a text, b text, c text, d numeric, e int);
alter table t alter a set storage external, alter b set storage main;
alter table t alter c set compression pglz, alter d set statistics 50;
alter table t alter e set (n_distinct = 5, n_distinct_inherited = 3);
