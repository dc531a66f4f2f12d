create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create table m (a int, b text) partition by list (a);
create table m1 partition of m for values in (1);
create foreign table fresh partition of m (b default 'x') for values in (2, 3) server s options (table_name 'x');
alter foreign table fresh alter column a options (add column_name 'aa');
create foreign table rest partition of m default server s2;
