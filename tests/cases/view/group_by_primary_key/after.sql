create table t (id bigint primary key, a text, b text);
create table u (id int primary key, t_id bigint references t);
create view v as select t.id, t.a, t.b, count(u.id) as n from t left join u on u.t_id = t.id group by t.id;
