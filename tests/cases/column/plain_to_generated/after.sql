create table t (a int, h int generated always as (a) stored);
create index on t (h);
create view v as select h from t;
create table p (x text, y int generated always as (length(x)) stored) partition by list (x);
create table p1 partition of p for values in ('a');
