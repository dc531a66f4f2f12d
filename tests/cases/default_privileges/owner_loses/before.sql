alter default privileges for role case_owner revoke delete, truncate on tables from case_owner;
alter default privileges for role case_reader revoke all on sequences from case_reader;
