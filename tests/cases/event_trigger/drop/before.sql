create function f() returns event_trigger language plpgsql as $$ begin end $$;
create function g() returns event_trigger language plpgsql as $$ begin null; end $$;

create event trigger one on ddl_command_start execute function f();
create table t (a int);
