-- Reports name releases by number: a release that has any must keep its meaning.
create function protect_release() returns trigger
language plpgsql as $$
begin
    if (new.product_id, new.version, new.channel) is distinct from (old.product_id, old.version, old.channel)
       and exists (select from crash where release_id = old.id) then
        raise exception 'release % has reports: it cannot become another', old.id
            using errcode = 'restrict_violation', hint = 'Add a release and set sunset_on of this one.';
    end if;
    return new;
end
$$;
