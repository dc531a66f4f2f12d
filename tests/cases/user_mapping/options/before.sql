create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create user mapping for case_owner server s options (user 'a', password_required 'false');
create user mapping for case_reader server s;
create user mapping for public server s options (user 'p');
