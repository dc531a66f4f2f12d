create type item as (id int, name text);
create function get() returns setof item language sql as $$select 1, 'a'::text$$;
