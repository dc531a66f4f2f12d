create table item (id int primary key, price numeric(12,2), name text);
create table log (at timestamptz default now(), what text);
create function note() returns trigger language plpgsql as $$begin insert into log (what) values (new.name); return null; end$$;
create trigger price_change after update of price on item for each row when (old.price is distinct from new.price) execute function note();
create trigger any_change after insert or delete or truncate on item for each statement execute function note();
