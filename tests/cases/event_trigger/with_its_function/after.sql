create schema guard;
create function guard."Watch"() returns event_trigger language plpgsql as $$ begin end $$;
create event trigger "the guard" on ddl_command_end when tag in ('CREATE TABLE') execute function guard."Watch"();
create table t (a int);
