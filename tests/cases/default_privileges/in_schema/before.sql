create schema s;
create schema "Odd s";
alter default privileges for role case_owner in schema s grant select on tables to case_reader;
alter default privileges for role case_owner in schema "Odd s" grant execute on functions to public;
