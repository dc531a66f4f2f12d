create function update_signature_daily(wanted_day date) returns bigint
language plpgsql as $$
declare
    run bigint := reporting.start_run('signature_daily', wanted_day);
    n   bigint;
begin
    delete from reporting.signature_daily where day = wanted_day;
    insert into reporting.signature_daily (day, signature_id, release_id, crashes, uptime_sum)
    select c.day, c.signature_id, c.release_id, count(*), sum(c.uptime)
      from public.crash c
     where c.day = wanted_day
     group by c.day, c.signature_id, c.release_id;
    get diagnostics n = row_count;
    perform reporting.finish_run(run, n);
    return n;
end
$$;
