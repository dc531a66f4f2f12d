create table a (id int primary key);
create table b (x int constraint later references a deferrable initially deferred, y int constraint sooner references a deferrable, z int constraint "At once" references a);
comment on constraint later on b is 'x';
create table p (x int constraint parts references a deferrable) partition by range (x);
create table p1 partition of p for values from (0) to (10);
