create function ok(text) returns bool language sql immutable as $$ select $1 <> '' $$;
create domain d as text;
