create table t (a int, b text);
create table u (a int);
create function of_t() returns setof t language sql as 'select * from public.t';
create function of_u(u) returns setof u language sql as 'select * from u';
create function as_default() returns int language sql as 'select 1';
create view v as select a from of_t();
create materialized view mv as select * from of_t();
