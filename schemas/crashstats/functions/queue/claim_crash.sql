create function claim_crash(worker_name text) returns processing_queue
language plpgsql as $$
declare
    claimed processing_queue;
begin
    update processing_queue q
       set state = 'running', worker = worker_name, claimed_at = now(), attempts = q.attempts + 1
     where q.id = (select w.id
                     from processing_queue w
                    where w.state in ('waiting', 'failed') and w.attempts < 3
                    order by w.priority, w.ticket
                    limit 1
                      for update skip locked)
    returning q.* into claimed;
    return claimed;
end
$$;
