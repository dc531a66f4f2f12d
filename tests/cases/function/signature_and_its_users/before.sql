create function f(a int) returns int language plpgsql immutable as 'begin return 1; end';
create function g(a int, b int default 2) returns int language plpgsql immutable as 'begin return 1; end';
create table t (a int default f(1), b int default g(1), check (f(a) > 0), check (g(b, 3) > 0));
create index t_f on t (f(a), g(b));
create view v as select f(a) as fa, g(b) as gb from t;
create view vv as select fa from v;
