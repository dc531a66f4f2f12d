create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create foreign table t (a int, b int options (column_name 'x')) server s2 options (table_name 'y');
create view v as select a from t;
create function f() returns setof t language sql begin atomic; select * from t; end;
comment on foreign table t is 'kept';
