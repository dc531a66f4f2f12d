create function is_even(int) returns boolean language sql immutable as $$select $1 % 2 = 0$$;
create table t (n int, constraint even check (is_even(n)));
