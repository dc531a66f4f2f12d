-- Gives back what a processor took and never finished: it was restarted, or it is gone.
create function requeue_stale(older_than interval default '10 minutes') returns int
language plpgsql as $$
declare
    n int;
begin
    update processing_queue
       set state = 'waiting', worker = null, claimed_at = null, message = 'given back by requeue_stale'
     where state = 'running' and claimed_at < now() - older_than;
    get diagnostics n = row_count;
    return n;
end
$$;
