create table t (a int, b text);
create view v as select a, b from t;
create view w as select a from v;
grant select on v to case_reader;
