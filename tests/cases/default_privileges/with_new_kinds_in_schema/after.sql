create schema app;
alter default privileges in schema app grant select, insert on tables to case_reader;
alter default privileges in schema app grant execute on functions to case_reader;
alter default privileges in schema app grant usage on sequences to case_reader;
create table app.a (id int);
create table app.b (id serial);
create function app.f() returns int language sql as $$select 1$$;
