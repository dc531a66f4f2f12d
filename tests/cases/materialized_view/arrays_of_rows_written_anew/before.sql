create table public.t (id integer primary key, a integer);
create materialized view public.m as select array_agg(t) as r from public.t;
insert into t values (1, 1);
refresh materialized view public.m;
