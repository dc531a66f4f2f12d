create type pair as (a int, "B b" int, c int);
comment on column pair.a is 'new';
comment on column pair.c is 'fresh';
create table t (p pair);
create type used as (y int, x int);
comment on column used.x is 'stays';
create type fresh as (a int);
comment on column fresh.a is 'from the start';
create domain positive as int check (value > 0);
