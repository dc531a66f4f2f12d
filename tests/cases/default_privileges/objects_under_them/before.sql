create schema s;
alter default privileges for role postgres grant select on tables to case_reader;
alter default privileges for role postgres revoke execute on functions from public;
alter default privileges for role postgres in schema s grant insert on tables to case_owner;
create table t (a int);
