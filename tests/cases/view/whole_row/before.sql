create table t (a int, b text);
create view v as select t as whole, to_jsonb(t) as j from t;
create view w as select (v.whole).a from v;
