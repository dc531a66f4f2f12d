create table t (a int, b int not null, c int not null default 1, d int);
create view v as select * from t;
