create type public.mood as enum ('a','b','c');
create table public.t (id integer primary key, a public.mood default 'a');
create materialized view public.m as select t as r from public.t;
insert into t values (1, 'b');
refresh materialized view public.m;
