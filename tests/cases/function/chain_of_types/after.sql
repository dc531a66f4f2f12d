create type inner_t as (a bigint, b text, c date);
create type outer_t as (i inner_t, n bigint[], m text);
create function mk() returns outer_t language sql as $$select row(row(1, 'a', null)::inner_t, '{1}'::bigint[], 'm')::outer_t$$;
create function un(outer_t) returns inner_t language sql as $$select ($1).i$$;
create view v as select un(mk()) as i, (mk()).m;
