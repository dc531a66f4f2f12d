create table t (a int, b text);
create view v as select a, b from t;
create view w as select a from v;
create materialized view m as select a from t;
security label for pleat_test on view v is 'seen';
security label for pleat_test on column v.b is 'seen in part';
security label for pleat_test on materialized view m is 'kept';
security label for pleat_test on column m.a is 'kept in part';
security label for pleat_test on view w is 'on top';
