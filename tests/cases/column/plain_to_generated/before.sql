create table t (a int, h int not null default 5);
create index on t (h);
create view v as select h from t;
create table p (x text, y int) partition by list (x);
create table p1 partition of p for values in ('a');
