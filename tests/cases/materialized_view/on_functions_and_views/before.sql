create function twice(int) returns int language sql immutable return $1 * 2;
create table t (a int);
create view v as select twice(a) as a from t;
create materialized view m as select a, twice(a) as b from v;
create index m_b on m (b);
