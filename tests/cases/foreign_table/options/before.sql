create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create foreign table t (a int options (column_name 'x'), b text options (column_name 'b'), c int) server s options (table_name 'x', schema_name 'y');
