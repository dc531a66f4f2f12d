create table t (id bigint, n text, m int);
create function all_t() returns setof t language sql as $$select * from t where m > 0$$;
create view v as select n, m from all_t();
