create access method mine type table handler heap_tableam_handler;
create access method yours type table handler heap_tableam_handler;
create table t (a int primary key) using yours;
create table u (a int) using mine;
create materialized view v as select a from t;
\if :pg17
create table p (a int) partition by list (a);
create table p1 partition of p for values in (1) using mine;
create table p2 partition of p for values in (2) using yours;
\endif
