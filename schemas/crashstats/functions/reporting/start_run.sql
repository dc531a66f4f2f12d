create function start_run(job_name text, wanted_day date) returns bigint
language sql
as $$
    insert into reporting.report_run (job, for_day) values (job_name, wanted_day) returning id
$$;
