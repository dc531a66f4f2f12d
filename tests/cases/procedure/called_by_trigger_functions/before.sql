create table t (a int);
create procedure log(a int) language plpgsql as $$ begin end $$;
create function f() returns trigger language plpgsql as $$ begin call log(new.a); return new; end $$;
create trigger t_log before insert on t for each row execute function f();
