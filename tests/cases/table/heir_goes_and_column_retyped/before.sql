create table p (a int, b text);
create table c (a int, z int) inherits (p);
create table d (a int) inherits (c);
