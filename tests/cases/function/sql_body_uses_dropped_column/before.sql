create table t (id int primary key, old_name text, n int);
create function names() returns setof text language sql as $$select old_name from t$$;
create procedure wipe() language plpgsql as $$begin update t set old_name = null; end$$;
