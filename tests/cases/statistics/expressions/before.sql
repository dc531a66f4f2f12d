create table t (a int, "B c" text);
