create table t (a int);
create view v with (security_barrier) as select a from t;
create view w as select a from t with local check option;
