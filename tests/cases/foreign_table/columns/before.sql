create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create foreign table t (a int not null, b text default 'x', c int, d varchar(10) collate "C", e int default 1) server s;
create view v as select a from t;
