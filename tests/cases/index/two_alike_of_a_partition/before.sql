create table m (id int, k int) partition by range (id);
create table m1 partition of m for values from (0) to (10);
create table m2 partition of m for values from (10) to (20) partition by range (id);
create table m21 partition of m2 for values from (10) to (15);
create index m1_a on m1 (k);
create index m1_b on m1 (k);
insert into m values (1, 1), (11, 2);
