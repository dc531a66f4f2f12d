create table t (a int);
create view v with (security_invoker) as select a from t;
create view w with (security_barrier = false) as select a from t with cascaded check option;
