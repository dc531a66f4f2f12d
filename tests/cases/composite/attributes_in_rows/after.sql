create type p as (x int, y int, z text);
\if :pg14
create function f() returns p begin atomic select row(1, 2, 'three')::p; end;
create function takes(v p) returns int begin atomic select (v).x; end;
\endif
create table t (a p default row(3, 4, 'five')::p, check ((a).x > 0), check (a <> row(8, 9, null)::p));
create view v as select row(5, 6, '7')::p as r, a from t;
create view w as select a from t;
