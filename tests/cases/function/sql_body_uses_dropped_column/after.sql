create table t (id int primary key, n int);
create function names() returns setof text language sql as $$select n::text from t$$;
