alter default privileges for role case_owner revoke usage on types from public;
alter default privileges for role case_reader revoke execute on functions from public;
alter default privileges for role case_reader grant execute on functions to case_owner;
