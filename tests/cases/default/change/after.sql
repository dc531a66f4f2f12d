create function g() returns int language sql as 'select 2';
create table t (a int default 2, b text, c int default 5, d int default g(), e timestamp default clock_timestamp());
