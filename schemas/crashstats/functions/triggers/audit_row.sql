-- Its argument names the key column. The application may not write audit_log, so this runs as its owner.
create function audit_row() returns trigger
language plpgsql
security definer
set search_path = public, pg_temp
as $$
declare
    before jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    after  jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
begin
    if before is distinct from after then
        insert into audit_log (table_name, row_key, action, old_row, new_row)
        values (tg_table_name, coalesce(after, before) ->> tg_argv[0], left(tg_op, 1), before, after);
    end if;
    return null;
end
$$;

comment on function audit_row() is 'Keeps the old and the new row in audit_log.';
