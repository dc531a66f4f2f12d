create schema app authorization case_owner;
grant usage on schema app to case_reader with grant option;
