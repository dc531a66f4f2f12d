create schema app;
alter default privileges in schema app grant select, insert on tables to case_reader with grant option;
alter default privileges for role case_owner grant usage, select on sequences to case_reader;
alter default privileges for role case_owner grant usage on types to "Case Role";
alter default privileges grant usage on schemas to case_reader;
create table app.t (a int);
create table app.u (a int);
