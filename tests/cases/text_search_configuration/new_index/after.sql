create text search dictionary d (template = simple);
create text search configuration c (copy = simple);
alter text search configuration c alter mapping for word with d;
create table t (a text, search tsvector generated always as (to_tsvector('c', a)) stored);
create index t_search on t using gin (to_tsvector('public.c', a));
create function find(text) returns setof t language sql begin atomic; select * from t where to_tsvector('public.c', a) @@ to_tsquery('public.c', $1); end;
