create type inner_t as (a int, b text);
create type outer_t as (i inner_t, n int[]);
create function mk() returns outer_t language sql as $$select row(row(1, 'a')::inner_t, '{1}'::int[])::outer_t$$;
create function un(outer_t) returns inner_t language sql as $$select ($1).i$$;
create view v as select un(mk()) as i;
