create table p (a int, b int);
create table c (c int) inherits (p);
create table d (d int) inherits (c);
comment on column d.a is 'deep';
create index d_a on d (a);
