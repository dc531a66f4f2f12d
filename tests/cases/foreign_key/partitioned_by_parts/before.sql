create table ref (id int primary key, "Other" int unique);
create table m (a int, b int, c int) partition by range (a);
create table m1 partition of m for values from (0) to (10) partition by list (b);
create table m11 partition of m1 for values in (1);
create table m2 (c int, b int, a int, constraint changes foreign key (c) references ref);
alter table m attach partition m2 for values from (10) to (20);
alter table m add constraint changes foreign key (c) references ref;
insert into ref values (1, 1);
insert into m values (1, 1, 1), (11, 1, 1);
