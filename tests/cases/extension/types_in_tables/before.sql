create extension citext;
create extension pg_trgm;
create table t (id int primary key, email citext unique, name text, tags text[]);
create index t_name on t using gin (name gin_trgm_ops);
create function same(citext, citext) returns bool language sql immutable return $1 = $2;
create view v as select email from t where same(email, 'x');
