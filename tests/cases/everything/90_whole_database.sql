create function on_ddl() returns event_trigger language plpgsql as $$ begin end $$;
create event trigger watch on ddl_command_end when tag in ('CREATE TABLE', 'DROP TABLE') execute function on_ddl();
create publication feed for table parent, crash with (publish = 'insert, update', publish_via_partition_root = true);
alter default privileges for role case_owner in schema other grant select on tables to case_reader;
alter default privileges for role case_owner revoke execute on functions from public;
