create type mood as enum ('a', 'b');
create domain good_mood as mood check (value <> 'b');
create type pair as (m mood, n int);
create table t (id int primary key, g good_mood default 'a', p pair);
create materialized view mv as select id, g from t;
create unique index mv_id on mv (id);
