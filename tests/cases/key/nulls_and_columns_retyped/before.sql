create table t (a int, b varchar(10), constraint u unique (a, b));
create table r (a int, b varchar(10), foreign key (a, b) references t (a, b));
create view v as select a, b from t;
