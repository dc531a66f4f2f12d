alter default privileges for role "Case Role" grant usage on sequences to case_reader with grant option;
alter default privileges for role "Case Role" grant all on types to case_reader;
