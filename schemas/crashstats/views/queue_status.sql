create view queue_status (state, entries, oldest_ticket, tried_again) as
select q.state, count(*), min(q.ticket), count(*) filter (where q.attempts > 1)
  from processing_queue q
 group by q.state;
