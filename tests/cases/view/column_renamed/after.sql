create table t (a int, b text);
create view v as select a as id, b from t;
create view w as select id as a from v;
grant select on v to case_reader;
