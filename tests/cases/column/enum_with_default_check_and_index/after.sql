create type state as enum ('new', 'running', 'done');
create table job (id int primary key, state state not null default 'running', check (state <> 'running' or id > 0));
create index job_open on job (id) where state in ('new', 'running');
create view open_jobs as select id from job where state = any (array['new', 'running']::state[]);
