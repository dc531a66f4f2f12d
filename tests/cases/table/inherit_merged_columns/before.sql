create table p (a int, b text);
create table c2 (z int) inherits (p);
create table c3 (a int not null default 5, z int) inherits (p);
