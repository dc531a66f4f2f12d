create function f() returns event_trigger language plpgsql as $$ begin null; end $$;
create function g() returns event_trigger language plpgsql as $$ begin end $$;
create event trigger one on ddl_command_end when tag in ('CREATE TABLE', 'CREATE INDEX') execute function g();
create event trigger two on sql_drop when tag in ('DROP TABLE') execute function f();
alter event trigger two enable replica;
alter event trigger two owner to case_superuser;
comment on event trigger two is 'second';
