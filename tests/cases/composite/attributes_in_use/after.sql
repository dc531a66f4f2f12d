create type pair as (y text, x int);
create table t (id int, p pair);
create function f(p pair) returns int language sql as 'select ($1).x';
create view v as select f(p) as x from t;
