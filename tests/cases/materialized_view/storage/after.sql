create table t (a int);
create materialized view mv with (fillfactor = 80, autovacuum_enabled = false) as select a from t;
