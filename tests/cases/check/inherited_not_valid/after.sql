create table p (a int);
create table c () inherits (p);
alter table p add constraint pos check (a > 0);
create table m (a int, b int) partition by list (a);
create table m1 partition of m for values in (1);
alter table m1 add constraint own check (b > 0) not valid;
alter table m add constraint whole check (b < 9) not valid;
