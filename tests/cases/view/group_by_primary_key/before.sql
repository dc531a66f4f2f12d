create table t (id int primary key, a text);
create table u (id int primary key, t_id int references t);
create view v as select t.id, t.a, count(u.id) as n from t left join u on u.t_id = t.id group by t.id;
