create type span as range (subtype = int);
create table t (id int, s span default '[1,2)', m span[]);
insert into t values (1, '[3,4)', '{"[1,2)"}');
create index t_s on t using gist (s);
create view v as select lower(s) from t;
