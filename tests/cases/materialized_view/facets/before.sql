create table t (a int, b text);
create materialized view m as select a, b from t;
comment on materialized view m is 'old';
comment on column m.a is 'a of m';
grant select on m to case_reader;
alter materialized view m alter column b set statistics 50;
create materialized view n as select a from t;
