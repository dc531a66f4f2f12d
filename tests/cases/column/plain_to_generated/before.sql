create table t (a int, h int);
