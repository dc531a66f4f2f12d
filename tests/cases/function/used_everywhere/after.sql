create function f(y int) returns int language plpgsql immutable as 'begin return y; end';
create table t (a int default f(1), constraint c check (f(a) > 0));
create index t_f on t (f(a));
create view v as select f(a) as fa from t;
create view vv as select fa from v;
create function tf() returns trigger language plpgsql as 'begin return new; end';
create trigger tr before insert on t for each row when (f(new.a) > 0) execute function tf();
