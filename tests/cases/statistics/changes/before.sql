create table t (a int, b int, c text);
create statistics s1 on a, b from t;
create statistics s2 (ndistinct) on a, c from t;
alter statistics s2 set statistics 100;
comment on statistics s1 is 'both';
create statistics s4 on b, c from t;
