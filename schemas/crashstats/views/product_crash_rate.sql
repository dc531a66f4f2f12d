-- pleat: schema reporting
create view product_crash_rate as
select d.day, d.release_id, sum(d.crashes) as crashes, sum(d.hangs) as hangs,
       adi_rate(d.crashes, a.users) as rate
  from report_daily d
  left join active_users a using (day, release_id, platform_id)
 group by d.day, d.release_id;

comment on view product_crash_rate is 'Crashes a day and per hundred users, all platforms together.';
grant select on product_crash_rate to crash_report;
