create table t (a text, b text compression pglz, c int, d text);
alter table t alter c set (n_distinct = 6), alter b set (n_distinct_inherited = 3), alter b set statistics 0, alter d set storage plain;
