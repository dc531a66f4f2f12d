create table t (id int, n bigint);
create materialized view a as select id, n from t where n > 0;
create index a_id on a (id);
create materialized view b as select sum(n) as n from a;
create view c as select n from b;
