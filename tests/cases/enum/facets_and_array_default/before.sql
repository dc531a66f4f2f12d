create type e as enum ('a');
create table t (x e[] default array['a']::e[], y e default 'a');
comment on type e is 'letters';
grant usage on type e to case_reader;
