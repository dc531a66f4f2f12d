create function call_it() returns language_handler language c as '$libdir/plpgsql', 'plpgsql_call_handler';
create language mine handler call_it;
create function f() returns int language mine as 'begin return 1; end';
create table t (a int default f());
