create table t (a int primary key);
create table gone (a int);
create materialized view v as select a from t;
