create type e2 as enum ('a');
create table t2 (a int);
create function f(e2, t2[]) returns t2 language sql as 'select ($2)[1]';
create function g() returns setof e2 language sql as 'select null::e2';
