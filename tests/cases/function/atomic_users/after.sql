create table t (a bigint, b int);
create view w as select b, a from t;
create function inner_(x int, y int default 0) returns int language sql immutable return x;
create function over_view() returns numeric language sql begin atomic select sum(a) from w; end;
create function over_function(x int) returns int language sql return inner_(x);
create function over_both(x int) returns int language sql return over_function(x);
create function over_row(t) returns bigint language sql return $1.a;
create function set_of() returns setof t language sql begin atomic select * from t; end;
create view v as select over_both(1) as a, over_view() as b;
