alter default privileges for role case_owner grant select on tables to case_reader;
alter default privileges for role case_owner grant select on sequences to case_reader with grant option;
alter default privileges for role case_owner grant usage on schemas to public;
