create function twice(int) returns bigint language sql immutable return $1 * 2;
create table t (a int);
create view v as select twice(a) as a from t;
create materialized view m as select a, twice(a::int) as b from v;
create index m_b on m (b);
