create table t (a varchar(40) compression pglz, b jsonb compression pglz, c varchar);
alter table t alter c set storage main;
create view v as select a, c from t;
