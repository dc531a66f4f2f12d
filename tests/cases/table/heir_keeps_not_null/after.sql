create table a (id int);
create table b (x int not null) inherits (a);
create table c (y int not null) inherits (a);
