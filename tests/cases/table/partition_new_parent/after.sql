create table m (a int, b int default 1) partition by list (a);
create table o (a int, b int default 2) partition by range (a);
create table p partition of o for values from (1) to (2);
alter table p alter b set default 5;
create table q partition of m for values in (2, 3);
