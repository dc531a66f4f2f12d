create table t (id int primary key, a text, b int);
create view whole as select t, t.tableoid::regclass as tab from t;
create view json as select to_jsonb(t) - 'b' as j from t;
