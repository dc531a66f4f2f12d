create schema s;
create table s.t (id serial primary key, a text);
create view s.v as select a from s.t;
create function s.f() returns int language sql as $$select 1$$;
create type s.e as enum ('x');
create domain s.d as int;
grant select on s.t to case_reader;
grant all on s.v to case_reader;
