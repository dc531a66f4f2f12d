create table public.t (id integer primary key, a integer);
create table public.u (id integer primary key, r public.t);
create table public.w (id integer primary key, r public.u[]);
create materialized view public.m as select u as r from public.u;
insert into t values (1, 2);
insert into u select 1, t from t;
insert into w select 1, array_agg(u) from u;
refresh materialized view public.m;
