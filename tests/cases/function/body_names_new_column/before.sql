create table t (a int);
create function f() returns int language sql as 'select max(a) from t';
