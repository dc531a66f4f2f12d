create text search dictionary plain (template = simple);
create text search configuration mine (parser = "default");
alter text search configuration mine add mapping for asciiword, word with plain;
create table t (body text, ts tsvector generated always as (to_tsvector('mine', body)) stored);
create index t_ts on t using gin (ts);
create function find(text) returns setof t language sql stable begin atomic select * from t where ts @@ to_tsquery('mine', $1); end;
create view v as select to_tsvector('mine', body) as ts from t;
