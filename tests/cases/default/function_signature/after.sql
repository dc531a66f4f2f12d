create function f(x int) returns int language sql as 'select $1';
create table t (a int default f(2));
