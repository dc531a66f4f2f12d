create table t (id int, n text);
create function all_t() returns setof t language sql as $$select * from t$$;
create view v as select n from all_t();
