create function f(bigint) returns bigint language sql as $$select $1$$;
create function f(text) returns text language sql as $$select $1 || '.'$$;
create function f(int, int) returns bigint language sql as $$select ($1 + $2)::bigint$$;
create view v as select f(1) as a, f('x'::text) as b, f(1, 2) as c;
