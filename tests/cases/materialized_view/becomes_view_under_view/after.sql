create table t (a int, b text);
create view m as select a, b from t;
create view v as select a from m;
grant select on m to case_reader;
