-- They run while the table changes: the search_path finds what they name.
create type mood as enum ('a', 'b');
create function f(int) returns text language sql immutable as $$ select case $1 when 1 then 'a'::mood end::text $$;
create function g(int) returns text language plpgsql immutable as $$ begin return 'a'::mood; end $$;
create function h(int) returns text language sql immutable as $$ select f($1) $$;
create table t (a int, d text generated always as (f(a)) stored, b text default h(1), c text generated always as (f(a)) stored, check (f(a) = 'a'));
create index on t (f(a));
create index on t (g(a));
