create table t (a int);
create table v (a int);
alter default privileges for role postgres grant select on tables to case_reader;
