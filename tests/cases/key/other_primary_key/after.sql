create table t (a int not null, b int not null constraint second primary key);
