create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create table m (a int, b text) partition by range (a);
create foreign table joins (a int, b text) server s;
create foreign table leaves partition of m for values from (1) to (2) server s;
create foreign table moves partition of m for values from (2) to (3) server s;
