create function ok(int) returns bool language sql immutable as 'select $1 >= 0';
create table t (a int check (ok(a)), b int generated always as (case when ok(1) then 1 else 2 end) stored);
create index t_ok on t (ok(a));
create view v as select ok(a) from t;
