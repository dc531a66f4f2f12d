create table t (a int, b int, c text);
create statistics s1 on a, b from t;
alter statistics s1 set statistics 10;
create statistics s2 (dependencies) on a, c from t;
create statistics s3 (mcv) on a, b, c from t;
