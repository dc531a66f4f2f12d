create text search configuration mine (copy = english);
create table t (id int primary key, title text, body text);
create index t_body on t using gin (to_tsvector('mine', body));
create index t_title on t using gist (to_tsvector('english', title));
create view v as select id from t where to_tsvector('mine', body) @@ to_tsquery('mine', 'x');
