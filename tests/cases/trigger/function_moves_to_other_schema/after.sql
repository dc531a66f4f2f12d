create schema app;
create table t (id int primary key);
create function app.stamp() returns trigger language plpgsql as $$begin return new; end$$;
create trigger a before insert on t for each row execute function app.stamp();
