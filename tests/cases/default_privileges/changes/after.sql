alter default privileges for role case_owner grant select, insert on tables to case_reader, "Case Role";
alter default privileges for role case_owner grant select on sequences to case_reader;
alter default privileges for role case_owner grant create on schemas to case_reader;
