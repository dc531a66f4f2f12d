create type pair as (a int, b int);
create language l handler plpgsql_call_handler;
create function f(internal) returns internal language internal immutable as 'bytea_sortsupport';
create transform for pair language l (from sql with function f(internal));
create function uses_it(pair) returns int language l immutable transform for type pair as 'begin return 1; end';
create table t (a int, p pair, check (uses_it(p) > 0));
create view v as select uses_it(p) as n from t;
comment on transform for pair language l is 'a pair';
