create table t (a int, b text);
create type pair as (x int, y text);
create function f() returns table (a int, b text) language sql as $$ select a, b from t $$;
create function g() returns setof pair language sql as $$ select a, b from t $$;
create function h(out x int, out y text) language sql as $$ select 1, 'a' $$;
create function i(variadic int[]) returns int language sql return $1[1];
create view v as select f.a, g.y from f(), g();
