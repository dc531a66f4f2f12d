create table a (id int) partition by range (id);
create table b (id int) partition by list (id);
create table p partition of a for values from (0) to (10);
insert into p values (5);
