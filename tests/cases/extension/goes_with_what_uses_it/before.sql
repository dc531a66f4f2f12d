create schema ext;
create extension pg_trgm with schema ext;
create table t (id int primary key, name text);
create index t_trgm on t using gin (name ext.gin_trgm_ops);
create function near(text, text) returns real language sql immutable as $$select ext.similarity($1, $2)$$;
