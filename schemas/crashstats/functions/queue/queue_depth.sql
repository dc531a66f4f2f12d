create function queue_depth() returns bigint
language sql stable
as $$ select count(*) from processing_queue where state in ('waiting', 'failed') $$;
