create trusted language mine handler plpgsql_call_handler;
create function f(int) returns int language mine immutable as 'begin return $1; end';
create table t (a int, check (f(a) > 0));
