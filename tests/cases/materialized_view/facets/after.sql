create table t (a int, b text);
create materialized view m as select a, b from t;
alter materialized view m owner to case_owner;
alter materialized view m alter column a set statistics 20;
create materialized view n as select a from t;
grant select on n to case_reader;
comment on materialized view n is 'new';
comment on column n.a is 'a of n';
