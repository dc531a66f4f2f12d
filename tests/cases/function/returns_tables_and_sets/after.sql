create table t (a bigint, b text, c date);
create type pair as (x bigint, y text);
create function f() returns table (a bigint, b text, c date) language sql as $$ select a, b, c from t $$;
create function g() returns setof pair language sql as $$ select a, b from t $$;
create function h(out x int, out y text, out z int) language sql as $$ select 1, 'a', 2 $$;
create function i(variadic text[]) returns text language sql return $1[1];
create view v as select f.a, f.c, g.y from f(), g();
