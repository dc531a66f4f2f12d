create table t (a text primary key, b text collate "C");
create view v as select a from t;
