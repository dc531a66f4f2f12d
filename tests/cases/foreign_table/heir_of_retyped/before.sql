create foreign data wrapper w;
create server s foreign data wrapper w;
create table h (a int);
create foreign table f (z int) inherits (h) server s;
