-- The Monday at or before a day.
create function week_start(day date) returns date
language sql immutable strict parallel safe
as $$ select $1 - (extract(isodow from $1)::int - 1) $$;
