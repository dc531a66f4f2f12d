create table t (a int, b int, c int);
create view v as select a, b, c from t;
create view w as select a from v;
\if :pg14
create function f() returns int language sql begin atomic select max(b) from t; end;
\endif
