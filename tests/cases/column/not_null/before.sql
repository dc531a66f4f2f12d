create table t (a int not null, b int, c int default 1, d int not null default 3);
create view v as select * from t;
