create function ev() returns event_trigger language plpgsql as $$begin raise notice 'now %', tg_tag; end$$;
create event trigger watch on ddl_command_end when tag in ('CREATE TABLE', 'DROP TABLE') execute function ev();
create event trigger drops on sql_drop execute function ev();
create table t (id int, n int);
