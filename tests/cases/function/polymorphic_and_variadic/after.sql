create function first_of(variadic items anyarray) returns anyelement language sql immutable strict as $$select items[array_lower(items, 1)]$$;
create function pair(a anyelement, b anyelement, c anyelement default null) returns anyarray language sql immutable as $$select array[a, b, c]$$;
create view v as select first_of(1, 2) as n, pair('a'::text, 'b') as p;
