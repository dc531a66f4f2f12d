create table t (id int primary key, n int);
create view a as select id, n from t;
create view b as select id from a;
create materialized view c as select count(*) as n from b;
create unique index c_n on c (n);
