create table m (a int, b int default 1) partition by list (a);
create table m1 partition of m for values in (1);
create table m2 partition of m (b default 5) for values in (2);
