alter default privileges for role case_owner revoke truncate on tables from case_owner;
alter default privileges for role case_owner revoke all on functions from case_owner, public;
