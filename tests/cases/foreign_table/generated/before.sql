create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create foreign table t (a int, b int generated always as (a * 2) stored, c int) server s;
