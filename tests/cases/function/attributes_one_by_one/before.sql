create function a() returns int language sql as $$ select 1 $$;
create function b() returns int language sql strict leakproof cost 5 as $$ select 1 $$;
create function c() returns setof int language sql rows 10 as $$ select 1 $$;
create function d() returns int language sql security definer set search_path = public as $$ select 1 $$;
create procedure p() language sql security definer set work_mem = '1MB' as $$ select 1 $$;
comment on function a() is 'one';
grant execute on function b() to case_reader;
comment on procedure p() is 'goes';
