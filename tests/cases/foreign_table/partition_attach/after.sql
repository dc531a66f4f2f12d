create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create table m (a int, b text) partition by range (a);
create foreign table joins partition of m for values from (5) to (6) server s;
create foreign table leaves (a int, b text) server s;
create foreign table moves partition of m for values from (2) to (4) server s;
