create table base (id int, name text);
create table child (own int) inherits (base);
insert into child values (1, 'x', 2);
