create table t (a int, b int);
create view v as select a from t;
alter default privileges for role case_owner grant insert on tables to case_reader;
