create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create foreign table t (a int, b text options (column_name 'it''s'), c int options (column_name 'z')) server s options (table_name 'z', updatable 'false');
