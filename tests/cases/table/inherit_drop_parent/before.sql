create table p (a int, b text not null default 'x', constraint pos check (a > 0));
create table c (d int) inherits (p);
create index c_a on c (a);
