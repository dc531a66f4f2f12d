create function finish_crash(queue_id bigint, went_well boolean default true, said text default null) returns void
language plpgsql as $$
declare
    q processing_queue;
begin
    update processing_queue
       set state = case when went_well then 'done' else 'failed' end::queue_state, message = said
     where id = queue_id and state = 'running'
    returning * into q;
    if not found then
        raise exception 'queue entry % is not running', queue_id using errcode = 'object_not_in_prerequisite_state';
    end if;
    if went_well then
        update crash set processed_at = greatest(received_at, now()) where id = q.crash_id and day = q.crash_day;
    end if;
end
$$;
