create type pair as (a int, "B b" int, c int, d int);
comment on column pair.a is 'old';
comment on column pair."B b" is 'gone';
comment on column pair.d is 'dropped';
create table t (p pair);
create type used as (x int, y int);
comment on column used.x is 'stays';
create domain positive as int check (value > 0);
