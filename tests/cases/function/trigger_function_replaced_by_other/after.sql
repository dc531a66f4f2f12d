create table t (id int primary key, at timestamptz, by text);
create function touch_all() returns trigger language plpgsql as $$begin new.at := now(); new.by := current_user; return new; end$$;
create trigger t_touch before insert or update on t for each row execute function touch_all();
