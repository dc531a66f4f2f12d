create table m (a int, b int) partition by list (a);
create table m1 partition of m for values in (1);
create table m2 partition of m for values in (2);
create index m1_own on m1 (b);
