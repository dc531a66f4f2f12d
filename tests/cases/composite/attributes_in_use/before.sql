create type pair as (x int, y text);
create table t (id int, p pair);
insert into t values (1, '(1,a)'), (2, null);
create function f(p pair) returns int language sql as 'select ($1).x';
create view v as select f(p) as x from t;
