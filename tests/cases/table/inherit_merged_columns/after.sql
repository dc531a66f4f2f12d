create table p (a int, b text, z int);
create table c2 (z int) inherits (p);
create table c3 (a int not null default 6, z int) inherits (p);
