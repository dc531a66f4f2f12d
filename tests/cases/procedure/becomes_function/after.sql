create table t (id int);
create function clean(days int) returns bigint language plpgsql as $$declare n bigint; begin delete from t where id < days; get diagnostics n = row_count; return n; end$$;
grant execute on function clean(int) to case_reader;
