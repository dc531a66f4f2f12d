create table t (a bigint, b text);
create function of_t() returns setof t language sql as 'select * from public.t';
create view v as select a from of_t() as f (a, b);
create materialized view m as select b from of_t() as f (a, b);
