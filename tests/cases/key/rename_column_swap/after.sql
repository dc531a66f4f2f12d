create table t (a int, b int, constraint k unique (b));
