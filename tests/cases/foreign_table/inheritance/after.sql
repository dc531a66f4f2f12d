create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create table base (a int, b int default 2, check (a > 1));
create foreign table f (a int, b int, c int) server s;
create foreign table g (a int, b int default 2, constraint base_a_check check (a > 1)) inherits (base) server s;
create foreign table h (c int, d text) inherits (base) server s;
