create function call_new() returns language_handler language c as '$libdir/plpgsql', 'plpgsql_call_handler';
create function do_new(internal) returns void language c strict as '$libdir/plpgsql', 'plpgsql_inline_handler';
create trusted language mine handler call_new inline do_new;
create function f(int) returns int language mine immutable as 'begin return $1; end';
create table t (a int, b int generated always as (f(a)) stored);
create index t_f on t (f(a));
