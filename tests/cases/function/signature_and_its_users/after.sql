create function f(a int, b text default 'x') returns int language plpgsql immutable as 'begin return 1; end';
create function g(a int) returns int language plpgsql immutable as 'begin return 1; end';
create table t (a int default f(1, 'y'), b int default g(1), check (f(a, 'z') > 0), check (g(b) > 0));
create index t_f on t (f(a, 'q'), g(b));
create view v as select f(a, 'b') as fa, g(b) as gb, 1 as more from t;
create view vv as select fa from v;
