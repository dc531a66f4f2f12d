create function f() returns int language sql as 'select 1';
create table t (a int default 1, b text default 'x', c int, d int default f(), e timestamp default now());
