create table t (a text compression pglz, b text, c int, d text);
alter table t alter c set (n_distinct = 5, n_distinct_inherited = -0.5), alter c set statistics 10, alter d set storage main;
