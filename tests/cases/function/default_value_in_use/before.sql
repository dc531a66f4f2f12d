create function f(a int, b int default 1) returns int language plpgsql immutable as 'begin return a; end';
create table t (a int default f(1), check (f(a) > 0));
create index t_f on t (f(a));
create view v as select f(a) as fa from t;
