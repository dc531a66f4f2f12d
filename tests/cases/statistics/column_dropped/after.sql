create table t (a int, b int);
create statistics u on a, b from t;
