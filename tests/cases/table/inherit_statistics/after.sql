create table t (a int, s int, u int);
alter table t alter u set statistics 30;
