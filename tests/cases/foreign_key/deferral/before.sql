create table a (id int primary key);
create table b (x int constraint later references a, y int constraint sooner references a deferrable initially deferred, z int constraint "At once" references a deferrable);
comment on constraint later on b is 'x';
create table p (x int constraint parts references a) partition by range (x);
create table p1 partition of p for values from (0) to (10);
insert into a values (1);
insert into b values (1, 1, 1);
insert into p values (1);
