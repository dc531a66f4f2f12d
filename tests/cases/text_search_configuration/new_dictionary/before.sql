create text search dictionary old (template = simple);
create text search configuration c (parser = default);
alter text search configuration c add mapping for word, asciiword with old;
create table t (a text);
create index t_search on t using gin (to_tsvector('c', a));
create view found as select a from t where to_tsvector('c', a) @@ to_tsquery('c', 'x');
