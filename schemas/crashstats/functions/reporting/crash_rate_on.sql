create function crash_rate_on(wanted_release int, wanted_day date) returns reporting.crash_rate
language sql stable
as $$
    select (select sum(d.crashes) from reporting.report_daily d
             where d.release_id = wanted_release and d.day = wanted_day)::bigint,
           (select sum(a.users) from reporting.active_users a
             where a.release_id = wanted_release and a.day = wanted_day)::bigint
$$;
