create table m (id int not null, k int not null) partition by range (id);
create table m2 partition of m for values from (10) to (20) partition by range (id);
create table m21 partition of m2 for values from (10) to (15);
insert into m values (10, 1);
