create function add_crash(
    product_code text,
    version_wanted text,
    platform_code text,
    stack stack_frame[],
    received timestamptz default now(),
    extra jsonb default '{}'
) returns uuid
language plpgsql as $$
declare
    new_id     uuid := gen_random_uuid();
    release_no int;
begin
    select r.id into release_no
      from product_release r join product p on p.id = r.product_id
     where p.code = product_code and r.version = version_wanted
     order by r.channel desc limit 1;
    if release_no is null then
        raise exception 'no release % of product "%"', version_wanted, product_code using errcode = 'no_data_found';
    end if;

    insert into crash (id, day, received_at, signature_id, release_id, platform_id, uptime, reason, frames, details)
    select new_id, (received at time zone 'UTC')::date, received, signature_id_for(normalize_signature(stack)),
           release_no, pl.id, (extra ->> 'uptime')::int, extra ->> 'reason', stack, extra - array['uptime', 'reason']
      from platform pl
     where pl.code = platform_code;
    if not found then
        raise exception 'no platform "%"', platform_code using errcode = 'no_data_found';
    end if;
    return new_id;
end
$$;
