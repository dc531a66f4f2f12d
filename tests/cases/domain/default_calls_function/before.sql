create sequence ids;
create function next_code() returns text language sql as $$ select 'c' || nextval('ids') $$;
create domain code as text default next_code();
create table t (id int, code code);
