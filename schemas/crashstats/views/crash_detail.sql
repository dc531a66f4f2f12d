create view crash_detail as
select c.id, c.day, c.received_at, p.code as product, r.version, r.channel, pl.title as platform, s.signature,
       c.reason, c.address, c.uptime, c.hang, c.comments, c.details,
       cardinality(c.frames) as depth,
       (c.frames[1]).symbol as innermost,
       (select count(*) from bug_association b where b.signature_id = c.signature_id) as bugs
  from crash c
  join signature s on s.id = c.signature_id
  join product_release r on r.id = c.release_id
  join product p on p.id = r.product_id
  join platform pl on pl.id = c.platform_id;

comment on view crash_detail is 'A report as its page shows it.';
grant select on crash_detail to crash_app;
