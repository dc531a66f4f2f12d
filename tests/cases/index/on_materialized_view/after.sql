create table t (a int, b text);
create materialized view m as select a, b, 1 as c from t;
create unique index m_a on m (a);
create index m_b on m (lower(b)) where a > 0;
