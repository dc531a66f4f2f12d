create table t (a int, b int, c text);
create statistics s (ndistinct) on a, b from t;
alter statistics s set statistics 100;
comment on statistics s is 'of a and b';
create statistics x on a, c from t;
