create table t (a text collate "C" primary key, b text collate "POSIX");
create view v as select a from t;
