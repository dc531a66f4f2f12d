create table t (a int, b bigint, c text);
create statistics s (ndistinct) on a, b from t;
alter statistics s set statistics 200;
alter statistics s owner to case_owner;
create statistics x (mcv, dependencies) on a, c from t;
comment on statistics x is 'of a and c';
create statistics e on (a + 1), lower(c) from t;
