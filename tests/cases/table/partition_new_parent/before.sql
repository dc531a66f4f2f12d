create table m (a int, b int default 1) partition by list (a);
create table o (a int, b int default 2) partition by range (a);
create table p partition of m for values in (1);
create table q partition of m for values in (2);
