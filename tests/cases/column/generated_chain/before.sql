create function norm(text) returns text language sql immutable return lower($1);
create table t (
  first text, last text,
  full_name text generated always as (norm(first || ' ' || last)) stored,
  n int);
create index t_full on t (full_name);
create view v as select full_name from t;
