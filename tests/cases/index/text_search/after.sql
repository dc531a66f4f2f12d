create text search dictionary short (template = simple, accept = false);
create text search configuration mine (copy = simple);
alter text search configuration mine alter mapping for asciiword with short, english_stem;
create table t (id bigint primary key, title text, body text, ts tsvector generated always as (to_tsvector('mine', title)) stored);
create index t_body on t using gin (to_tsvector('mine', body));
create index t_ts on t using gin (ts);
create view v as select id from t where to_tsvector('mine', body) @@ to_tsquery('mine', 'x');
