create function f(a int) returns int language plpgsql immutable strict security definer set search_path = 'public' as $$ begin return 2; end $$;
create procedure p() language sql as 'select 2';
comment on function f(int) is 'x';
