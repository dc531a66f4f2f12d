create table m (id int) partition by range (id);
create table p partition of m for values from (0) to (10);
insert into p values (5);
create table d partition of m default;
