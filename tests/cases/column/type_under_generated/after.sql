create table t (a bigint, g bigint generated always as (a * 2) stored);
create index t_g on t (g);
create view v as select g from t;
