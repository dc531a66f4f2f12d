-- The same for a moment, in UTC as everything else.
create function week_start(moment timestamptz) returns date
language sql immutable strict parallel safe
as $$ select public.week_start((moment at time zone 'UTC')::date) $$;
