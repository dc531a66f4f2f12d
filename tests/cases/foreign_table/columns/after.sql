create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create foreign table t (a bigint, b text not null, c int not null default 2, f int options (column_name 'ff') not null default 3, e int default 5) server s;
create view v as select a from t;
