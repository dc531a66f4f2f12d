create extension postgres_fdw;
create server "New one" foreign data wrapper postgres_fdw options (host 'b');
create user mapping for public server "New one";
create user mapping for case_owner server "New one" options (user 'x');
create foreign table t (a int) server "New one";
grant usage on foreign server "New one" to case_reader;
