create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create user mapping for case_owner server s options (user 'a');
create user mapping for public server s options (user 'p');
