create function update_report_daily(wanted_day date) returns bigint
language plpgsql as $$
declare
    run bigint := reporting.start_run('report_daily', wanted_day);
    n   bigint;
begin
    delete from reporting.report_daily where day = wanted_day;
    insert into reporting.report_daily (day, release_id, platform_id, crashes, hangs)
    select c.day, c.release_id, c.platform_id, count(*), count(*) filter (where c.hang)
      from public.crash c
     where c.day = wanted_day
     group by c.day, c.release_id, c.platform_id;
    get diagnostics n = row_count;
    perform reporting.finish_run(run, n);
    return n;
end
$$;
