create text search dictionary new (template = simple, stopwords = 'english');
create text search configuration c (parser = default);
alter text search configuration c add mapping for word, asciiword with new;
create table t (a text);
create index t_search on t using gin (to_tsvector('c', a));
create view found as select a from t where to_tsvector('c', a) @@ to_tsquery('c', 'x');
