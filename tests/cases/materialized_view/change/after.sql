create table t (a int, b int);
create materialized view mv with (fillfactor = 70) as select a, b from t;
create unique index mv_a on mv (a);
create index mv_b on mv (b);
comment on materialized view mv is 'x';
comment on column mv.a is 'y';
grant select on mv to case_reader;
create view v as select a from mv;
