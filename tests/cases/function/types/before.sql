create type e as enum ('a');
create table t (a int);
create function f(e, t) returns t language sql as 'select $2';
create function g() returns setof e language sql as 'select null::e';
