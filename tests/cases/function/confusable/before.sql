create function first_(a int, b int default 1) returns int language sql as 'select 1';
create function stays(a int) returns int language sql as 'select 1';
create function gone(a int, b text default 'x') returns int language sql as 'select 1';
create function out_first(out a int, b int) language sql as 'select 1';
create procedure p(a int, inout b int) language sql as 'select 1';
