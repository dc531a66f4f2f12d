create type pair as (x int, y text);
create table t (id int, p pair);
insert into t values (1, '(1,a)');
