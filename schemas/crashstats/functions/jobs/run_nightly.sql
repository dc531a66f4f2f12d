-- pleat: schema reporting

-- All that is due for a day. Running it again does no harm: each step replaces what it wrote before.
create procedure run_nightly(wanted_day date default current_date - 1)
language plpgsql as $$
begin
    perform reporting.update_report_daily(wanted_day);
    perform reporting.update_signature_daily(wanted_day);
    perform reporting.refresh_top_crashers();
    delete from public.processing_queue where state = 'done' and crash_day < wanted_day - 7;
end
$$;

comment on procedure run_nightly(date) is 'Totals of a day, and the queue swept.';
