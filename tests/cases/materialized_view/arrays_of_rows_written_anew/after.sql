create table public.t (id integer primary key, a bigint, g integer generated always as (id + 1) stored);
create materialized view public.m as select array_agg(t) as r from public.t;
