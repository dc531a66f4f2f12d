create extension hstore; create extension pg_trgm;
create table t (id int, h hstore default ''::hstore, txt text, check (h ? 'a'));
create index t_trgm on t using gin (txt gin_trgm_ops);
create view v as select h -> 'a' as a, similarity(txt,'x') as s from t;
create function f(h hstore) returns text language sql as $$ select h->'b' $$;
