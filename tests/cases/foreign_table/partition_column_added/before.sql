create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create table m (a int, b text) partition by range (a);
create foreign table f partition of m for values from (1) to (2) server s;
alter foreign table f alter b options (column_name 'bb');
create table p partition of m for values from (2) to (3);
create index m_b on m (b);
