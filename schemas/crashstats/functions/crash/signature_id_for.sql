-- The number of a signature, which is made when nobody has seen it before.
create function signature_id_for(wanted text) returns int
language plpgsql strict as $$
declare
    found_id int;
begin
    select s.id into found_id from signature s where s.signature = wanted;
    if found_id is null then
        insert into signature (signature) values (wanted)
        on conflict (signature) do update set signature = excluded.signature
        returning id into found_id;
    end if;
    return found_id;
end
$$;
