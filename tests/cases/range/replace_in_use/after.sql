create type span as range (subtype = bigint);
create table t (id int, s span default '[1,2)', m span[]);
create index t_s on t using gist (s);
create view v as select lower(s) from t;
