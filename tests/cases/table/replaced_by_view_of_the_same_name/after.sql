create table t_data (id int primary key, name text, gone boolean not null default false);
create view t as select id, name from t_data where not gone;
create function f() returns bigint language sql as $$select count(*) from t$$;
