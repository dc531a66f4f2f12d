create table t (a text, b text, c text, d numeric, e int);
alter table t alter b set storage plain, alter c set storage external;
alter table t alter c set compression lz4, alter d set compression pglz, alter a set statistics 0;
alter table t alter e set (n_distinct = 7);
