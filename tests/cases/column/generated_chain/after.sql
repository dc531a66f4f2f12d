create function norm(text, char default ' ') returns text language sql immutable return lower(btrim($1, $2));
create table t (
  first varchar(50), last varchar(50),
  full_name text generated always as (norm(first || ' ' || last)) stored,
  n bigint, double_n bigint generated always as (n * 2) stored);
create index t_full on t (full_name, double_n);
create view v as select full_name, double_n from t;
