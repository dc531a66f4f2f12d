create table t (id int, a text, b text);
create view v as select id, a from t;
comment on column v.a is 'the first';
