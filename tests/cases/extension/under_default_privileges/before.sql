create extension moddatetime;
create extension autoinc;
create schema apart;
alter default privileges in schema apart grant all on functions to case_owner;
create extension insert_username schema apart;
