create function refresh_top_crashers() returns void
language plpgsql
security definer
set search_path = reporting, pg_temp
as $$
begin
    refresh materialized view concurrently reporting.top_crashers;
end
$$;
