create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create user mapping for case_reader server s;
create foreign table f (a int) server s;
create view v as select * from f;
create table t (a int);
