create access method "my heap" type table handler heap_tableam_handler;
create table fresh (a int) using "my heap" with (fillfactor = 70);
create table t (a int primary key);
create materialized view w using "my heap" as select a from t;
create materialized view v as select a from t;
