create schema s;
create table p (a int primary key, b int) partition by list (a);
create table p1 partition of p for values in (1);
create table p2 partition of p for values in (2) partition by list (a);
create table p22 partition of p2 for values in (2);
create index on p (b);
create table r (x int references p);
insert into p values (1, 2), (2, 3);
insert into r values (1), (2);
