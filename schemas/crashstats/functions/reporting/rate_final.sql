create function rate_final(state reporting.crash_rate) returns numeric
language sql immutable
as $$ select round((state).crashes * 100.0 / nullif((state).users, 0), 3) $$;
