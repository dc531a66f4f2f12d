create schema s;
create table s.p (a int primary key, b int) partition by list (a);
create table p1 partition of s.p for values in (1);
create table p2 partition of s.p for values in (2) partition by list (a);
create table p22 partition of p2 for values in (2);
create index on s.p (b);
create table r (x int references s.p);
