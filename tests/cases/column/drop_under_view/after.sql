create table t (a int, c int);
create view v as select a, c from t;
create view w as select a from v;
\if :pg14
create function f() returns int language sql begin atomic select max(c) from t; end;
\endif
