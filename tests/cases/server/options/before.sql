create extension postgres_fdw;
create server a foreign data wrapper postgres_fdw options (host 'a', port '5432', dbname 'x');
create server b foreign data wrapper postgres_fdw;
create server c version '1' foreign data wrapper postgres_fdw;
create server d foreign data wrapper postgres_fdw;
create foreign table t (a int) server a options (table_name 'tt');
