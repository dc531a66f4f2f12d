create function ok(text) returns bool language sql immutable as $$ select $1 <> '' $$;
create function fine(text) returns bool language sql immutable as $$ select $1 <> '' $$;
create domain d as text check (ok(value) and fine(value));
