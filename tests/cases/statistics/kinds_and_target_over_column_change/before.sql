create table t (a int, b int, c text);
create statistics s (dependencies, ndistinct) on a, b from t;
alter statistics s set statistics 50;
comment on statistics s is 'a with b';
