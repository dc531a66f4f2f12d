create function f(a int, b text default 'x', variadic c int[] default '{}') returns table (x int, y text) language sql stable strict parallel safe cost 5 rows 7 as $$ select 1, 'a' $$;
create function g(anyelement, out r anyarray) language sql immutable leakproof as 'select array[$1]';
create function h() returns void language plpgsql security definer set search_path = pg_catalog, public set work_mem = '1MB' as $body$
begin
  -- a comment; with ' and $$
  perform 1;
end
$body$;
create function i(inout a int, inout b int) language plpgsql as 'begin a := b; end';
create function j(a int[]) returns setof int language sql window as 'select 1';
drop function j;
\if :pg14
create function k(x int) returns int language sql begin atomic; select x + 1; select x; end;
create function l(x int) returns int language sql return x + 1;
\endif
create procedure p(inout a int, b int default 2) language plpgsql as 'begin commit; end';
comment on function f(int, text, int[]) is 'f';
revoke execute on function h() from public;
grant execute on function h() to case_reader;
alter procedure p owner to case_owner;
