create table p (a int, b text);
create table c1 (a int, z int) inherits (p);
create table c2 (z int) inherits (p);
create table c3 (a int not null default 5, z int) inherits (p);
