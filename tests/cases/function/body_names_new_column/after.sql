create table t (a int, b int);
create function f() returns int language sql as 'select max(b) from t';
