create schema app authorization case_owner;
grant usage on schema app to case_reader;
create type app.kind as enum ('a');
create sequence app.s;
create table app.t (id int primary key default nextval('app.s'), kind app.kind);
create function app.f() returns app.kind language sql as $$select kind from app.t limit 1$$;
create view app.v as select id, app.f() as kind from app.t;
create materialized view app.m as select * from app.v;
