create function f(a int) returns int language sql as 'select 1';
create function arg_name(a int) returns int language sql as 'select 1';
create function default_gone(a int default 1) returns int language sql as 'select 1';
create function result(a int) returns int language sql as 'select 1';
create function columns() returns table (a int) language sql as 'select 1';
create function into_procedure() returns int language sql as 'select 1';
revoke execute on function result(int) from public;
create view v as select result(1), f(1);
