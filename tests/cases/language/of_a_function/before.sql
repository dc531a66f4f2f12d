create function f(int) returns int language plpgsql immutable as 'begin return $1; end';
create table t (a int, check (f(a) > 0));
