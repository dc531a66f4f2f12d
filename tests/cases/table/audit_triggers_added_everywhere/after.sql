create table audit (id bigint generated always as identity primary key, tab regclass not null, row jsonb, at timestamptz not null default now());
create index audit_tab_at on audit (tab, at);
create function write_audit() returns trigger language plpgsql as $$
begin
    insert into audit (tab, row) values (tg_relid, to_jsonb(coalesce(new, old)));
    return coalesce(new, old);
end$$;
create table a (id int primary key, n int);
create table b (id int primary key, n text);
create trigger a_audit after insert or update or delete on a for each row execute function write_audit();
create trigger b_audit after insert or update or delete on b for each row execute function write_audit();
