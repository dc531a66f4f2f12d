create table t (a int constraint pos check (a > 0), b int, constraint same check (b > 1) no inherit);
alter table t add constraint loose check (a < 10) not valid;
insert into t values (1, 2);
