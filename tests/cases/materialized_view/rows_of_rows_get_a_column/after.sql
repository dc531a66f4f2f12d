create table public.t (id integer primary key, a integer, b integer not null default 5);
create table public.u (id integer primary key, r public.t);
create table public.w (id integer primary key, r public.u[]);
create materialized view public.m as select u as r from public.u;
