create table t (a int, b text, c date);
create view v as select a, c from t;
create rule ins as on insert to v do instead insert into t values (new.a, null, new.c) returning t.a, t.c;
