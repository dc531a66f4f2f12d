create table t (a text, b text, c int, d text, e bytea);
alter table t alter a set storage extended, alter b set statistics 10, alter c set (n_distinct = -0.5, n_distinct_inherited = 3), alter d set storage plain, alter d set statistics 0, alter e set storage external;
