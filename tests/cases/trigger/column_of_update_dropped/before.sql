create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (a int, b int, c int);
create trigger x before update of a, b on t for each row execute function f();
create trigger y before update of b on t for each row when (new.b > 0) execute function f();
