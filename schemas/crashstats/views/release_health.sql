-- pleat: schema reporting

-- Only releases that are still looked at, each day beside the day a week before.
create view release_health as
select c.product, c.version, c.channel, n.day, n.crashes, n.rate, w.rate as rate_week_before,
       case when w.rate is null or n.rate is null then 'unknown'
            when n.rate > 1.5 * w.rate then 'worse'
            when n.rate < 0.75 * w.rate then 'better'
            else 'same' end as trend
  from product_crash_rate n
  join public.current_release c on c.id = n.release_id
  left join product_crash_rate w on w.release_id = n.release_id and w.day = n.day - 7;

grant select on release_health to crash_report;
