create table t (id int);
create function g() returns trigger language plpgsql as $$begin return new; end$$;
create trigger t_g before insert on t for each row execute function g();
