create domain code as text check (value <> '');
create type state as enum ('open', 'closed');
create function check_state(state) returns bool language sql immutable return $1 <> 'closed';
create table t (
  id int generated always as identity primary key,
  code code not null,
  state state default 'open' check (check_state(state)),
  at timestamptz default now(),
  constraint t_code unique (code));
create table child (t_code code references t (code), t_id int references t);
create view v as select id, code, state from t where state = 'open';
create materialized view m as select state, count(*) as n from v group by state;
create policy p on t using (state <> 'closed');
create function by_state(state) returns setof t language sql stable as $$ select * from t where state = $1 $$;
create publication pub for table t;
