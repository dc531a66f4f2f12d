create table t (a bigint, b text);
create function of_t() returns setof t language sql as 'select * from public.t';
create function as_default() returns bigint language sql as 'select 1::bigint';
create view v as select a from of_t();
create materialized view mv as select a, b from of_t();
