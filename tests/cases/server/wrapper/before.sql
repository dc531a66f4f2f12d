create extension postgres_fdw;
create foreign data wrapper own;
create server s foreign data wrapper own;
create server t foreign data wrapper postgres_fdw;
