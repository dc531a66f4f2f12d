create table t (id int, n int);
create materialized view m as select id, n from t;
create view v as select id from m;
