create table public.t (id integer primary key, a text, b integer default 5 not null, c bigint generated always as identity);
create materialized view public.m as select t as r, t.id from public.t;
create view public.v as select m.r from public.m;
create index m_id on public.m (id);
