create sequence ids as int;
create function next_code() returns text language sql as $$ select 'd' || nextval('ids') $$;
create domain code as text default next_code();
create table t (id int, code code not null);
