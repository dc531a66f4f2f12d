create table r (id int primary key);
create table m (a int, b int) partition by list (a);
create table m1 partition of m for values in (1);
create table m2 partition of m for values in (2);
alter table m1 add constraint own foreign key (b) references r;
