create function about(int, int) returns bool immutable language sql as 'select abs($1 - $2) < 10';
create operator ~= (function = about, leftarg = int, rightarg = int, commutator = ~=, negator = !~=);
create table t (a int, check (a ~= 10));
create view v as select x.a from t x join t y on x.a ~= y.a;
