create function finish_run(run_id bigint, n bigint) returns void
language sql
as $$
    update reporting.report_run set finished_at = clock_timestamp(), rows_written = n where id = run_id
$$;
