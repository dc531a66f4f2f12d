create extension postgres_fdw;
create extension file_fdw;
create server s foreign data wrapper file_fdw;
create foreign data wrapper other;
create server t foreign data wrapper other;
