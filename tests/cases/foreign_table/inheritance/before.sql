create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create table base (a int, b int default 1, check (a > 0));
create foreign table f (c int) inherits (base) server s;
create foreign table g (a int, b int default 1, constraint base_a_check check (a > 0)) server s;
create foreign table h (c int) inherits (base) server s;
