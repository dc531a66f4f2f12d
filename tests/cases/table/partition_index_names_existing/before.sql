create table m (id int not null, a int) partition by range (id);
create table p partition of m for values from (0) to (10);
create table q partition of m for values from (10) to (20);
insert into m values (1, 2), (11, 12);
