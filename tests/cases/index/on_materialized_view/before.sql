create table t (a int, b text);
create materialized view m as select a, b from t;
create unique index m_a on m (a);
create index m_b on m (lower(b));
alter materialized view m cluster on m_a;
