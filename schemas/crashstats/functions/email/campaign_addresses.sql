-- Everyone who left an address in the days of a campaign and has not unsubscribed from any.
create function campaign_addresses(campaign int) returns setof email_address
language sql stable
as $$
    select distinct lower(c.email)::email_address
      from email_campaign e
      join product_release r on r.product_id = e.product_id
      join crash c on c.release_id = r.id and c.day <@ e.crash_days
     where e.id = campaign
       and c.email is not null
       and not exists (select from email_recipient x
                        where lower(x.email) = lower(c.email) and x.unsubscribed_at is not null)
     order by 1
$$;
