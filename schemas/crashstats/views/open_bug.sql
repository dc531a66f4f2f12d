create view open_bug as
select b.id, b.status, b.title, array_agg(s.signature order by s.signature) as signatures, max(s.last_seen) as last_seen
  from bug b
  join bug_association a on a.bug_id = b.id
  join signature s on s.id = a.signature_id
 where b.status not in ('RESOLVED', 'VERIFIED')
 group by b.id;
