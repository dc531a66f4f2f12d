create table t (a int, b int);
create materialized view m as select a, b from t;
create table p (a int, b int) partition by list (a);
