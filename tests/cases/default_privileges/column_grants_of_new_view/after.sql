create table t (a bigint, b int);
create view v as select a from t;
alter view v owner to case_owner;
grant insert (a) on v to case_reader;
alter default privileges for role case_owner grant select, insert on tables to case_reader;
