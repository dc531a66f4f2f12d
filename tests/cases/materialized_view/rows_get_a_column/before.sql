create table public.t (id integer primary key, a text);
create materialized view public.m as select t as r, t.id from public.t;
create view public.v as select m.r from public.m;
create index m_id on public.m (id);
insert into t values (1, 'x');
refresh materialized view public.m;
