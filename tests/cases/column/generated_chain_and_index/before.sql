create table t (id int primary key, w int, h int, area int generated always as (w * h) stored);
create index t_area on t (area);
create view big as select id, area from t where area > 100;
