create function first_(a int, b text default 'x') returns int language sql as 'select 1';
create function stays(a int) returns int language sql as 'select 1';
create function stays(a int, b int) returns int language sql as 'select 1';
create function gone(a text, b text default 'x') returns int language sql as 'select 1';
create function out_first(out a int, b int, c int default 0) language sql as 'select 1';
create procedure p(a int, inout b int, c int default 1) language sql as 'select 1';
