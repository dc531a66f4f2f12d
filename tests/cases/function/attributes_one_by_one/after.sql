create function a() returns int language sql immutable parallel safe as $$ select 1 $$;
create function b() returns int language sql cost 50 as $$ select 1 $$;
create function c() returns setof int language sql rows 20 stable as $$ select 1 $$;
create function d() returns int language sql set search_path = public, pg_temp set datestyle to iso, dmy as $$ select 1 $$;
create procedure p() language sql set work_mem = '2MB' as $$ select 1 $$;
revoke execute on function b() from public;
comment on function c() is 'three';
grant execute on procedure p() to case_reader;
