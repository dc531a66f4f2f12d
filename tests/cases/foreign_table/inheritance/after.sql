create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create table base (a int, b int default 2, x int, check (a > 1));
create foreign table f (a int, b int, c int) server s;
create foreign table g (a int, b int default 2, x int) inherits (base) server s;
