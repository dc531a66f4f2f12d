create table t (a int, b int);
create materialized view m as select a, b from t;
create statistics ms on a, b from m;
create table p (a int, b int) partition by list (a);
create statistics ps on a, b from p;
