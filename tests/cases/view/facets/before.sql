create table t (a int, b text);
create view v as select a, b from t;
create view w as select a, b from t;
comment on view v is 'old';
comment on column v.a is 'a of v';
grant select on v to case_reader;
grant update (b) on w to case_reader;
create view x as select a from t;
comment on view x is 'goes';
