create extension citext;
create extension pg_trgm;
create extension hstore;
create domain email as citext check (value ~ '@');
create table t (id bigint primary key, email email not null unique, name citext, attrs hstore default '');
create index t_name on t using gist ((name::text) gist_trgm_ops);
create index t_attrs on t using gin (attrs);
create function same(citext, citext) returns bool language sql immutable return lower($1) = lower($2);
create view v as select email, attrs -> 'x' as x from t where same(email, 'x');
