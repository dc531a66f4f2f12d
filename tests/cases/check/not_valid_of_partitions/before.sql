create table p (a int, b int) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create table q partition of p for values from (100) to (200) partition by range (a);
alter table p add constraint pos check (a >= 0) not valid;
alter table p add constraint b_pos check (b > 0) not valid;
alter table p1 validate constraint pos;
insert into p values (1, 1);
