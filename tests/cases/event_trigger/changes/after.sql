create function f() returns event_trigger language plpgsql as $$ begin end $$;
create function g() returns event_trigger language plpgsql as $$ begin null; end $$;

create event trigger one on ddl_command_start execute function g();
create event trigger two on ddl_command_end when tag in ('CREATE TABLE') execute function f();
create event trigger three on sql_drop execute function f();
alter event trigger three enable always;
create event trigger four on table_rewrite execute function g();
alter event trigger four owner to postgres;
