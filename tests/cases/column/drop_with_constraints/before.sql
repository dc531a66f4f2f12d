create table t (a int, b int, c int, unique (a, b), check (a < b), foreign key (b) references t (c), unique (c));
create index on t (b, a);
create statistics s on a, b from t;
drop statistics s;
