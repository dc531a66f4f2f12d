create table t (a int not null constraint first primary key, b int not null);
