create function top_signatures(product_code text, first_day date, days int default 7)
returns table (place bigint, signature text, crashes bigint, hangs bigint)
language sql stable
as $$
    select rank() over (order by count(*) desc), s.signature, count(*), count(*) filter (where c.hang)
      from crash c
      join signature s on s.id = c.signature_id
      join product_release r on r.id = c.release_id
      join product p on p.id = r.product_id
     where p.code = product_code
       and c.day >= first_day and c.day < first_day + days
     group by s.signature
     order by 1, 2
$$;
