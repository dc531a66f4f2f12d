create function f() returns int language sql security invoker set search_path to '' as $$select 1$$;
create function g() returns int language plpgsql cost 42 set work_mem = '2MB' set "DateStyle" = 'ISO, DMY' as $$begin return 1; end$$;
