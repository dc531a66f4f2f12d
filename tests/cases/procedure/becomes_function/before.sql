create table t (id int);
create procedure clean(days int) language plpgsql as $$begin delete from t where id < days; end$$;
grant execute on procedure clean(int) to case_reader;
