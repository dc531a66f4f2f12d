create table a (id int, x int not null, y int not null);
create table b (x int not null) inherits (a);
