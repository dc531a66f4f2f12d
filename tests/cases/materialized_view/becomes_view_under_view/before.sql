create table t (a int, b text);
create materialized view m as select a, b from t;
create index m_a on m (a);
create view v as select a from m;
grant select on m to case_reader;
