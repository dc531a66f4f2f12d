create table t (id int primary key, w bigint, h bigint, area bigint generated always as (w * h) stored, half bigint generated always as (w * h / 2) stored);
create index t_area on t (area desc);
create view big as select id, area, half from t where area > 100;
