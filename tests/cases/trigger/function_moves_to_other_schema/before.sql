create schema app;
create table t (id int primary key);
create function stamp() returns trigger language plpgsql as $$begin return new; end$$;
create trigger a before insert on t for each row execute function stamp();
