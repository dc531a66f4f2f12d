-- PostgreSQL takes no USING that reaches a foreign table.
create foreign data wrapper w;
create server s foreign data wrapper w;
create table h (a bigint);
create foreign table f (z int) inherits (h) server s;
