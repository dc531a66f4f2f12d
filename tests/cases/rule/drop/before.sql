create table t (a int);
create rule r as on delete to t do instead nothing;
create view v as select a from t;
create rule x as on delete to v do instead delete from t where a = old.a;
