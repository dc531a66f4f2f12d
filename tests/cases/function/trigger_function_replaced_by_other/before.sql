create table t (id int primary key, at timestamptz);
create function touch() returns trigger language plpgsql as $$begin new.at := now(); return new; end$$;
create trigger t_touch before update on t for each row execute function touch();
