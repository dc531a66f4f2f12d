-- pleat: schema reporting
create materialized view top_crashers as
select t.release_id, t.signature_id, t.crashes, rank() over (partition by t.release_id order by t.crashes desc) as place
  from (select d.release_id, d.signature_id, sum(d.crashes) as crashes
          from signature_daily d
         where d.day > (select max(day) - 14 from signature_daily)
         group by d.release_id, d.signature_id) t;
