create table m (a int, b int, c text not null) partition by range (a);
create table m1 partition of m for values from (0) to (10) partition by list (b);
create table m11 partition of m1 for values in (1);
create table m2 partition of m for values from (10) to (20);
alter table m add constraint small check (b < 200);
alter table m add constraint "Short 'c'" check (length(c) < 9);
