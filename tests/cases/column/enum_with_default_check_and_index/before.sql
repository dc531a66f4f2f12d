create type state as enum ('new', 'done');
create table job (id int primary key, state state not null default 'new', check (state <> 'done' or id > 0));
create index job_open on job (id) where state = 'new';
create view open_jobs as select id from job where state = 'new';
