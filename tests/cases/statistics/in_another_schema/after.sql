create schema extra;
create table t (a int, b int);
create statistics s on a, b from t;
create statistics extra."The s" (ndistinct) on a, b from t;
alter statistics extra."The s" owner to case_owner;
