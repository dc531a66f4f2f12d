create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (a int, c int);
create trigger x before update of a, c on t for each row execute function f();
