create function f() returns event_trigger language plpgsql as $$ begin end $$;
create function g() returns event_trigger language plpgsql as $$ begin null; end $$;

create table t (a int, b text);
