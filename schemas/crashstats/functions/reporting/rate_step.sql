create function rate_step(state reporting.crash_rate, crashes bigint, users bigint) returns reporting.crash_rate
language sql immutable
as $$
    select row((state).crashes + coalesce(crashes, 0), (state).users + coalesce(users, 0))::reporting.crash_rate
$$;
