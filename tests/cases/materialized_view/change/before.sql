create table t (a int, b int);
create materialized view mv as select a from t;
create unique index mv_a on mv (a);
comment on materialized view mv is 'x';
comment on column mv.a is 'y';
grant select on mv to case_reader;
create view v as select a from mv;
