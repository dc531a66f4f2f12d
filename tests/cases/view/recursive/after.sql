create table t (id int, up int);
create recursive view r (id, depth) as select id, 1 from t where up is null union all select t.id, depth + 1 from t join r on r.id = t.up;
create view odd ("A b", "select") as select id, up from t;
