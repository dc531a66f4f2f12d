create table c (a int, b text not null default 'x', d int, constraint pos check (a > 0));
create index c_a on c (a);
