create function f() returns event_trigger language plpgsql as $$ begin end $$;
create function g() returns event_trigger language plpgsql as $$ begin null; end $$;

create event trigger one on ddl_command_start execute function f();
create event trigger two on ddl_command_end when tag in ('CREATE TABLE', 'DROP TABLE') execute function f();
create event trigger three on sql_drop execute function f();
alter event trigger three disable;
comment on event trigger two is 'tables';
