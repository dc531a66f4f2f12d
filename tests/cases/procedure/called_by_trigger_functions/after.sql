create table t (a bigint, b text);
create procedure log(a bigint, b text) language plpgsql as $$ begin raise notice '% %', a, b; end $$;
create function f() returns trigger language plpgsql as $$ begin call log(new.a, new.b); return new; end $$;
create trigger t_log before insert or update on t for each row execute function f();
