create function call_old() returns language_handler language c as '$libdir/plpgsql', 'plpgsql_call_handler';
create function check_old(oid) returns void language c strict as '$libdir/plpgsql', 'plpgsql_validator';
create trusted language mine handler call_old validator check_old;
create function f(int) returns int language mine immutable as 'begin return $1; end';
create table t (a int, b int generated always as (f(a)) stored);
create index t_f on t (f(a));
