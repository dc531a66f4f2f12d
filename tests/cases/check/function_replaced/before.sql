create function ok(n int) returns bool language sql immutable as 'select $1 > 0';
create table t (a int constraint c check (ok(a)), b bool generated always as (ok(a)) stored, d bool default ok(3));
create index t_ok on t (ok(a));
create view v as select ok(a) from t;
create materialized view mv as select ok(a) as x from t;
create index on mv (x);
