create function tax(numeric, numeric default 0.2) returns numeric language sql immutable return $1 * $2;
create function rows_of(n int) returns table (i int, s text, t timestamptz) language sql stable as $$ select g, g::text, now() from generate_series(1, n) g $$;
create table t (price numeric);
create view v as select price, tax(price) as tax from t;
create view w as select i, s, t from rows_of(3);
create view u as select v.price, w.s from v, w;
