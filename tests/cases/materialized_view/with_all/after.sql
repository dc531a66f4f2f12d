create table t (a bigint, b text, d timestamptz);
create materialized view m as select a, b, d from t;
create unique index m_a on m (a) include (b);
create index m_lower on m (lower(b)) where d is not null;
create statistics m_stats on a, b from m;
alter materialized view m cluster on m_a;
create view v as select a from m;
create materialized view mm as select count(*) as n, max(d) as last from m;
grant select on mm to case_reader;
