create table base (id int, name varchar(10), gone int);
create table child (own int) inherits (base);
create view v as select name from child;
