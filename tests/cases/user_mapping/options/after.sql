create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create user mapping for case_owner server s options (user 'b');
create user mapping for case_reader server s options (user 'it''s');
create user mapping for public server s;
