create table t (a int, s int, u int);
alter table t alter s set statistics 27;
create table h () inherits (t);
create table g () inherits (t);
alter table g alter u set statistics 30;
