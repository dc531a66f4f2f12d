create table t (id int, name text);
create function of_t() returns setof t language sql as 'select * from public.t';
