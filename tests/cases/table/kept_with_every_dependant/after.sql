create domain code as varchar(20) check (value <> '') check (length(value) > 2);
create type state as enum ('draft', 'open', 'done');
create function check_state(state) returns bool language sql immutable return $1 <> 'done';
create table t (
  id bigint generated always as identity primary key,
  code code not null,
  state state default 'draft' check (check_state(state)),
  at timestamptz default now(),
  constraint t_code unique (code) include (at));
create table child (t_code code references t (code), t_id bigint references t on delete cascade);
create view v as select id, code, state from t where state = 'open';
create materialized view m as select state, count(*) as n from v group by state;
create policy p on t using (state <> 'done');
create function by_state(state) returns setof t language sql stable as $$ select * from t where state = $1 $$;
create publication pub for table t;
