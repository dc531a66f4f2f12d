create schema s;
create schema "Odd s";
alter default privileges for role case_owner in schema s grant select, insert on tables to case_reader, public;
alter default privileges for role "Case Role" in schema "Odd s" grant all on sequences to case_owner with grant option;
