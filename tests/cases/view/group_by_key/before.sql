create table t (id int primary key, name text);
create table u (t_id int references t, n int);
create view totals as select t.id, t.name, sum(n) as n from t left join u on u.t_id = t.id group by t.id;
create view over as select name, n from totals where n > 1;
