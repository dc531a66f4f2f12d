create table t (id int, a text, b text);
create view v as select id, b, a from t;
comment on column v.a is 'the first';
comment on column v.b is 'the second';
