create function ev() returns event_trigger language plpgsql as $$begin raise notice '%', tg_tag; end$$;
create event trigger watch on ddl_command_end when tag in ('CREATE TABLE') execute function ev();
create table t (id int);
