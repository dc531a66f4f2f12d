alter default privileges grant all on functions to case_reader;
alter default privileges grant all on types to case_reader;
alter default privileges revoke execute on functions from public;
create schema apart;
create extension lo schema apart;
create extension autoinc schema apart;
