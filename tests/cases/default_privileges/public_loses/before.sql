alter default privileges for role case_owner revoke execute on functions from public;
