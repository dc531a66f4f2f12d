create table t (id int primary key, a text);
create view whole as select t, t.ctid as place, t.tableoid::regclass as tab from t;
create view json as select to_jsonb(t) as j from t;
