create table t (a bigint, b int, c text);
create statistics s (mcv) on a, c from t;
alter statistics s set statistics 500;
comment on statistics s is 'a with c';
