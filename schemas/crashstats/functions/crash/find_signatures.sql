create function find_signatures(search text)
returns table (signature_id int, signature text, last_seen timestamptz)
language sql stable
as $$
    select s.id, s.signature, s.last_seen
      from signature s
     where s.words @@ plainto_tsquery('simple', search)
     order by s.last_seen desc nulls last, s.id
$$;
