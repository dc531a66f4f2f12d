create extension postgres_fdw;
create server a foreign data wrapper postgres_fdw options (host 'it''s', dbname 'x', fetch_size '100');
create server b foreign data wrapper postgres_fdw options (host 'h');
create server c version '2' foreign data wrapper postgres_fdw;
create server d version '3' foreign data wrapper postgres_fdw;
create foreign table t (a int) server a options (table_name 'tt');
