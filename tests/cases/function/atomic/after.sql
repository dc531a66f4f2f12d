create table t (a int, b bigint, d int, primary key (a));
create function f(x int) returns bigint language sql begin atomic select sum(b) from t where a = x; select count(*) from t; end;
create function g() returns bigint language sql return f(2) + (select max(d) from t);
create function grouped() returns setof t language sql begin atomic select * from t group by a; end;
create view v as select g() as g;
create procedure p(a int) language sql begin atomic insert into t (a) values (a); update t set b = 2; end;
