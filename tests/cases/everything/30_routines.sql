create function "Odd ""schema"""."Add it"("A" int, b int default 2, variadic rest int[] default '{}') returns bigint
    language sql immutable strict parallel safe cost 7 as $_$ select $1::bigint + $2 $_$;
comment on function "Odd ""schema"""."Add it"(int, int, int[]) is 'adds';
create function make_rows(out a int, out b text) returns setof record language plpgsql stable rows 5 security definer
    set search_path = pg_catalog, public set work_mem = '1MB' as $$ begin return query select 1, 'x'::text; end $$;
create procedure tidy(inout n int) language plpgsql as 'begin n := n + 1; end';
create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
revoke execute on function touch() from public;
create function anything(anyelement, anyarray) returns anyelement language sql as 'select $1';
create aggregate total(numeric) (sfunc = numeric_add, stype = numeric, initcond = '0', parallel = safe);
\if :pg14
create function in_words(n int) returns int language sql begin atomic select n + case when n > 0 then 1 else 2 end; end;
\endif
