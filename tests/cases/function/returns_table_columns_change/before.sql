create table t (id int, name text);
create function list() returns table (id int, name text) language sql as $$select id, name from t$$;
create view v as select name from list();
grant execute on function list() to case_reader;
comment on function list() is 'all of t';
