create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create table m (a int, b text, c int default 1, check (a > 0)) partition by range (a);
create foreign table f partition of m for values from (1) to (2) server s;
alter foreign table f alter b options (column_name 'cc');
alter foreign table f alter c options (column_name 'dd');
create table p partition of m for values from (2) to (3);
