create function queue_crash() returns trigger
language plpgsql as $$
begin
    insert into processing_queue (crash_id, crash_day, priority)
    values (new.id, new.day, case when new.hang then 3 else 5 end)
    on conflict (crash_id, crash_day) do nothing;
    return null;
end
$$;
