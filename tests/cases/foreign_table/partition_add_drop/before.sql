create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create table m (a int, b text) partition by list (a);
create table m1 partition of m for values in (1);
create foreign table gone partition of m for values in (2) server s options (table_name 'x');
