create table m (id int, a int default 2) partition by range (id);
create table p partition of m for values from (0) to (10);
create table q partition of m for values from (10) to (20);
alter table p alter a set default 5;
