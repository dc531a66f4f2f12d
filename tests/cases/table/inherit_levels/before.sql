create table a (id int not null, note text, check (id > 0));
create table b (x int default 1) inherits (a);
create table c (y int) inherits (b);
create table d (id int not null, note text, x int) inherits (a);
create index c_id on c (id);
create view v as select id, note from a;
