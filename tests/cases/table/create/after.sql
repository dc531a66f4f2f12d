create table t (
  id bigint generated always as identity primary key,
  name text collate "C" not null default 'x' check (name <> ''),
  n numeric(10,2) unique,
  tags text[] default '{}',
  twice numeric generated always as (n * 2) stored,
  constraint pair unique (id, name),
  check (id > 0 or name is not null)
) with (fillfactor = 70, autovacuum_enabled = false);
comment on table t is 'a table';
comment on column t.name is 'its name';
comment on constraint pair on t is 'both';
grant select, insert on t to case_reader;
grant update (name) on t to case_reader;
alter table t owner to case_owner;
