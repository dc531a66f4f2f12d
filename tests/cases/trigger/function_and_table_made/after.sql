create table audit (id bigint generated always as identity, of regclass, at timestamptz default now(), was jsonb);
create function note() returns trigger language plpgsql security definer as $$ begin insert into audit (of, was) values (tg_relid, to_jsonb(old)); return null; end $$;
create table t (id int primary key, n int);
create trigger note after update or delete on t for each row execute function note();
create constraint trigger whole after insert on t initially deferred for each row execute function note();
