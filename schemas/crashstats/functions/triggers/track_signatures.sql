-- Once a statement, not once a row: an import brings thousands of crashes of one signature.
create function track_signatures() returns trigger
language plpgsql as $$
begin
    update signature s
       set first_seen = least(s.first_seen, a.earliest),
           last_seen = greatest(s.last_seen, a.latest)
      from (select signature_id, min(received_at) as earliest, max(received_at) as latest
              from arrived
             group by signature_id) a
     where s.id = a.signature_id
       and (s.first_seen is null or a.earliest < s.first_seen or a.latest > s.last_seen);
    return null;
end
$$;
