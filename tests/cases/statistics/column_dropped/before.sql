create table t (a int, b int, gone int);
create statistics s on a, gone from t;
create statistics u on a, b from t;
