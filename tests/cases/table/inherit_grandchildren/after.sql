create table p (a bigint, b int, x text default 'x', constraint pos check (a > 0));
create table c (c int not null) inherits (p);
create table d (d int, e int) inherits (c);
comment on column d.x is 'deep';
create index d_x on d (x);
create view v as select * from p;
