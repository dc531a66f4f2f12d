create schema app;
alter default privileges in schema app grant select on tables to case_reader;
alter default privileges for role case_owner grant usage on sequences to case_reader;
alter default privileges revoke execute on functions from public;
create table app.t (a int);
