create type pair as (a int, b int);
create language l handler plpgsql_call_handler;
create function f(internal) returns internal language internal immutable as 'bytea_sortsupport';
create function g(internal) returns internal language internal immutable as 'bytea_sortsupport';
create transform for pair language l (from sql with function g(internal));
create transform for text language l (from sql with function f(internal));
comment on transform for pair language l is 'new';
