create type public.mood as enum ('a','b');
create table public.t (id integer primary key, a public.mood default 'a');
create materialized view public.m as select t as r from public.t;
