-- Rows for a demo: run once, in an empty database that has the schema. Deterministic: no random(), no clock.
-- All names of people and hosts are made up.

insert into platform (code, title) values ('win', 'Windows'), ('mac', 'macOS'), ('linux', 'Linux');

insert into product (code, title, sort, throttle) values
    ('firefly', 'Firefly', 1, 10), ('lantern', 'Lantern Mail', 2, 100), ('glowworm', 'Glowworm for phones', 3, 50);

insert into product_release (product_id, version, channel, builds, released_on, sunset_on)
select p.id, v.version, v.channel::release_channel,
       build_range(v.first_build + p.id, v.first_build + p.id + 5000000, '[)'),
       v.released_on, v.released_on + v.supported
  from product p
 cross join (values ('11.0', 'release', 20260105090000, date '2026-01-05', 60),
                    ('12.0', 'release', 20260216090000, date '2026-02-16', 3650),
                    ('12.0.1', 'release', 20260302090000, date '2026-03-02', 3650),
                    ('10.2', 'esr', 20251101090000, date '2025-11-01', 3650),
                    ('13.0b4', 'beta', 20260309090000, date '2026-03-09', 3650),
                    ('14.0a1', 'nightly', 20260310090000, null, null))
            as v (version, channel, first_build, released_on, supported)
 order by p.id, v.first_build;

update product p
   set latest_release_id = (select r.id from product_release r
                             where r.product_id = p.id and r.channel = 'release' order by r.sort_key desc limit 1);

insert into skip_rule (category, pattern, remark) values
    ('ignore', '^_?(raise|abort|pthread_kill)$', 'how a program ends, not why'),
    ('prefix', '^(malloc|free|operator new)', 'the caller is at fault'),
    ('sentinel', '^mozglue_start$', null);

insert into user_account (email, first_name, last_name, role, active, last_login)
select format('%s.%s%s@crashstats.example', lower(f), lower(l), nullif(n / 24, 0)), f, l,
       (array['viewer', 'viewer', 'viewer', 'analyst', 'analyst', 'manager', 'admin'])[n % 7 + 1]::user_role,
       n % 11 <> 10, timestamptz '2026-03-01 08:00+00' + n * interval '7 hours'
  from generate_series(0, 119) as n,
       lateral (select (array['Ada', 'Bela', 'Chidi', 'Dana', 'Emre', 'Fatou'])[n % 6 + 1] as f,
                       (array['Abel', 'Brandt', 'Cruz', 'Dvorak'])[n / 6 % 4 + 1] as l) names;

-- 25 signatures out of stacks of two frames
create temporary table stack as
select n as place, array[row('xul.dll', format('%s::%s', c, m), format('src/%s.cpp', lower(c)), 100 + n)::stack_frame,
                row('kernel32.dll', 'thread_start', null, null)::stack_frame] as frames
  from generate_series(0, 24) as n,
       lateral (select (array['Cache', 'Parser', 'Painter', 'Socket', 'Timer'])[n % 5 + 1] as c,
                       (array['lookup', 'release', 'append', 'resize', 'flush'])[n / 5 + 1] as m) names;

insert into crash (id, day, received_at, processed_at, signature_id, release_id, platform_id, build, uptime, reason,
                   address, hang, frames, email, comments, details)
select md5('crash ' || n)::uuid, (at at time zone 'UTC')::date, at,
       case when n % 8 <> 0 then at + interval '90 seconds' end,
       signature_id_for(normalize_signature(s.frames)), r.id, pl.id, lower(r.builds) + n, n * 37 % 9000,
       (array['SIGSEGV', 'SIGABRT', 'EXCEPTION_ACCESS_VIOLATION', null])[n % 4 + 1],
       case when n % 4 < 3 then '0x' || to_hex(n * 4096) end, n % 13 = 0, s.frames,
       case when n % 9 = 0 then format('reader%s@mail.example', n % 40) end,
       case when n % 5 = 0 then (array['It froze while I was scrolling.', 'Closed a tab and it was gone.',
                                       'Happens every time I print.'])[n % 3 + 1] end,
       jsonb_build_object('gpu', n % 3, 'addons', n % 6)
  from generate_series(1, 600) as n
 cross join lateral (select timestamptz '2026-03-02 00:10+00' + n * interval '101 minutes' as at) t
  join stack s on s.place = (n * n + n / 7) % 25 % (1 + n % 25)
  join lateral (select * from product_release order by id offset n % 18 limit 1) r on true
  join lateral (select * from platform order by id offset n % 3 limit 1) pl on true;

-- one that came late, for a day that has no partition of its own
select add_crash('firefly', '12.0', 'win', (select frames from stack where place = 3), timestamptz '2026-04-20 12:00+00',
                 '{"uptime": 12, "reason": "SIGSEGV"}');

drop table stack;

insert into crash_note (crash_id, crash_day, author_id, note)
select c.id, c.day, u.id, 'seen again on ' || c.day
  from (select *, row_number() over (order by received_at, id) as place from crash) c
  join (select id, row_number() over (order by id) as place from user_account) u on u.place = 1 + c.place % 100
 where c.hang or c.comments is not null;

insert into bug (id, status, resolution, title)
select 900000 + n, case when n % 4 = 0 then 'RESOLVED' when n % 3 = 0 then 'ASSIGNED' else 'NEW' end,
       case when n % 4 = 0 then 'FIXED' end, 'crash in ' || s.signature
  from (select row_number() over (order by id) as n, signature from signature) s;

insert into bug_association (bug_id, signature_id)
select b.id, s.id from bug b join signature s on b.title = 'crash in ' || s.signature;

update bug set status = 'VERIFIED' where status = 'RESOLVED' and id % 8 = 0;

insert into featured_signature (product_id, signature_id, rank, shown)
select p.id, s.id, s.place, daterange(date '2026-03-02' + 7 * w, date '2026-03-09' + 7 * w)
  from product p
 cross join (select id, row_number() over (order by id)::smallint as place from signature limit 3) s
 cross join generate_series(0, 5) as w;

-- a processor takes ten reports: most go well, one fails, two stay with it
select finish_crash(id, n <> 4, case when n = 4 then 'no symbols' end)
  from (select (claim_crash('proc1.crashstats.example')).id, n from generate_series(1, 10) as n offset 0) claimed
 where n <= 8;

insert into email_campaign (product_id, author_id, subject, body, crash_days, send_after)
select p.id, (select min(id) from user_account where role = 'manager'), 'A crash you saw is fixed', format('Please update %s.', p.title),
       daterange('2026-03-02', '2026-03-16'), timestamptz '2026-03-20 09:00+00'
  from product p;

select start_campaign(min(id)) from email_campaign;

update email_recipient set sent_at = timestamptz '2026-03-20 09:05+00', bounced = (email like 'reader9@%');

insert into reporting.active_users (day, release_id, platform_id, users)
select d::date, r.id, pl.id, 200 + r.id * 10 + pl.id
  from generate_series(timestamp '2026-03-02', timestamp '2026-04-12', interval '1 day') as d
 cross join product_release r
 cross join platform pl;

select sum(reporting.update_report_daily(day) + reporting.update_signature_daily(day)) as totals
  from (select distinct day from crash order by day) days;

refresh materialized view reporting.top_crashers;
