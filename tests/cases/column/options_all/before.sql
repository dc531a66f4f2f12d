create table t (a text, b text, c int, d text, e bytea);
alter table t alter a set storage external, alter b set statistics 100, alter c set (n_distinct = 5), alter e set storage main;
