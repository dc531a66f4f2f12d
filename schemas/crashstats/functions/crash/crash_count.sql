create function crash_count(product_code text, from_day date, to_day date) returns bigint
language sql stable
as $$
    select count(*)
      from crash c join product_release r on r.id = c.release_id join product p on p.id = r.product_id
     where p.code = product_code and c.day between from_day and to_day
$$;
