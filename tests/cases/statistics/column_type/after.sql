create table t (a bigint, b text);
create statistics s on a, b from t;
