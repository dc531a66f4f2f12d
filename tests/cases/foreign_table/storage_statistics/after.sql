create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create foreign table t (a text, b int) server s;
alter foreign table t alter a set storage external, alter b set statistics 50, alter b set (n_distinct = 5);
