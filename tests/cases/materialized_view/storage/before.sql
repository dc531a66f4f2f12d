create table t (a int);
create materialized view mv with (fillfactor = 70) as select a from t;
