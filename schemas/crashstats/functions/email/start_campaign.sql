create function start_campaign(campaign int) returns bigint
language plpgsql as $$
declare
    n bigint;
begin
    update email_campaign set state = 'sending' where id = campaign and state = 'draft';
    if not found then
        raise exception 'campaign % is no draft', campaign;
    end if;
    insert into email_recipient (campaign_id, email)
    select campaign, a from campaign_addresses(campaign) a
    on conflict do nothing;
    get diagnostics n = row_count;
    return n;
end
$$;
