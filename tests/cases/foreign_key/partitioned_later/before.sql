create table ref (id int primary key) partition by range (id);
create table ref1 partition of ref for values from (0) to (10);
create table m (id int, ref_id int) partition by range (id);
create table m1 partition of m for values from (0) to (10);
create table plain (id int, ref_id int);
