create table t (a int, g int generated always as (a * 2) stored);
create index t_g on t (g);
create view v as select g from t;
insert into t values (1);
