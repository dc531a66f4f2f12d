create function release_for_build(product_code text, build bigint) returns int
language sql stable strict
as $$
    select r.id
      from product_release r join product p on p.id = r.product_id
     where p.code = product_code and r.builds @> build
     order by r.sort_key desc, r.channel
     limit 1
$$;
