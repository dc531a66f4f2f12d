create table t (a int);
\if :pg15
create view v with (security_invoker) as select a from t;
\endif
create view w with (security_barrier = false) as select a from t with cascaded check option;
