create table t (id int primary key, name text);
create function f() returns bigint language sql as $$select count(*) from t$$;
