-- What the application of today runs, reads and writes. Meant for one transaction that is rolled back, again and
-- again while revisions run; it needs what seed.sql made. No statement depends on what another one returned.

-- the list of people
select id, first_name, last_name, email, role
  from user_account
 where active and role in ('analyst', 'manager', 'admin')
 order by last_name, first_name
 limit 20;

-- someone signs up, or signs up again
insert into user_account (email, first_name, last_name, role)
values ('Grace.Old@crashstats.example', 'Grace', 'Oldfield', 'viewer')
on conflict (lower(email)) do update
   set first_name = excluded.first_name, last_name = excluded.last_name;

-- someone marries
update user_account
   set last_name = 'Newfield', role = 'analyst'
 where lower(email) = 'grace.old@crashstats.example'
returning id, first_name, last_name, role;

select user_label(id), has_role(id, 'analyst') from user_account where last_name like 'C%' order by id limit 10;

-- a note below a report, its list, and second thoughts
insert into crash_note (crash_id, crash_day, author_id, note)
select c.id, c.day, (select min(id) from user_account), 'old app: same here'
  from crash c
 where c.day = date '2026-03-04'
 order by c.received_at
 limit 1;

select n.note, u.first_name || ' ' || u.last_name as author, n.created_at
  from crash_note n
  left join user_account u on u.id = n.author_id
 where n.crash_day between '2026-03-02' and '2026-03-08'
 order by n.id desc
 limit 10;

delete from crash_note where note like 'old app:%';

-- a search, in the form that it has today
select signature_id, signature, last_seen from find_signatures('cache lookup') limit 5;

select mask_email(email) as who, count(*) from crash where email is not null group by email order by 2 desc, 1 limit 5;

-- a report comes in and waits for a processor; one that is stubborn has been tried often
insert into crash (id, day, received_at, signature_id, release_id, platform_id, hang)
select md5('old app')::uuid, date '2026-03-18', timestamptz '2026-03-18 10:00+00', s.id, r.id, p.id, true
  from signature s, product_release r, platform p
 order by s.id, r.id, p.id
 limit 1
on conflict (id, day) do nothing;

update processing_queue
   set attempts = 8, state = 'failed', message = 'old app: tried again and again'
 where crash_id = md5('old app')::uuid and state in ('waiting', 'failed');

select state, entries from queue_status order by state;

-- the front page
select t.place, t.signature, t.crashes from top_signatures('firefly', '2026-03-16') t where t.place <= 5;

select product, version, day, rate, trend from reporting.release_health order by day desc, product, version limit 10;
