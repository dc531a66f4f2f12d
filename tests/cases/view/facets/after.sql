create table t (a int, b text);
create view v as select a, b from t;
alter view v owner to case_owner;
create view w as select a, b from t;
comment on view w is 'new';
comment on column w.b is 'b of w';
grant select, insert on w to case_reader with grant option;
grant update (a) on w to "Case Role";
create view x as select a from t;
