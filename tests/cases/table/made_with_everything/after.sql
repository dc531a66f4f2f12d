create type state as enum ('open', 'closed');
create function is_open(state) returns bool language sql immutable return $1 = 'open';
create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
create table org (id bigint generated always as identity primary key, name text not null unique);
create table ticket (
  id bigint generated always as identity primary key,
  org_id bigint not null references org on delete cascade,
  parent_id bigint references ticket,
  state state not null default 'open',
  title text not null check (title <> ''),
  search tsvector generated always as (to_tsvector('simple', title)) stored,
  unique (org_id, id));
create index ticket_open on ticket (org_id) where is_open(state);
create index ticket_search on ticket using gin (search);
create trigger touch before update on ticket for each row when (old.title <> new.title) execute function touch();
alter table ticket enable row level security;
create policy own on ticket using (org_id in (select id from org where name = current_user));
create view open_tickets with (security_barrier) as select * from ticket where is_open(state);
create materialized view per_org as select org_id, count(*) as n from open_tickets group by org_id;
create unique index per_org_key on per_org (org_id);
create function first_of(org) returns setof ticket language sql stable begin atomic select * from ticket where org_id = ($1).id limit 1; end;
grant select on open_tickets to case_reader;
grant update (state) on ticket to case_reader;
comment on table ticket is 'What there is to do';
