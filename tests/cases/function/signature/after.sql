create function f(a int, b int) returns int language sql as 'select 1';
create function arg_name(b int) returns int language sql as 'select 1';
create function default_gone(a int) returns int language sql as 'select 1';
create function result(a int) returns bigint language sql as 'select 1::bigint';
create function columns() returns table (a int, b int) language sql as 'select 1, 2';
create procedure into_procedure() language sql as 'select 1';
revoke execute on function result(int) from public;
create view v as select result(1), f(1, 2);
