create table t (a varchar(20) compression pglz, b text compression pglz, c text);
alter table t alter c set storage main;
create view v as select a, c from t;
