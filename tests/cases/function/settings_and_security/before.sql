create function f() returns int language sql security definer set search_path = public, pg_temp as $$select 1$$;
create function g() returns int language plpgsql set work_mem = '1MB' set statement_timeout = '3s' as $$begin return 1; end$$;
