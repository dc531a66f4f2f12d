create function f() returns event_trigger language plpgsql as $$ begin end $$;
create event trigger one on ddl_command_end execute function f();
create event trigger two on sql_drop when tag in ('DROP TABLE') execute function f();
alter event trigger two disable;
comment on event trigger one is 'first';
