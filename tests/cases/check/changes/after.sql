create table t (a int constraint pos check (a >= 0), b int, constraint same check (b > 1));
alter table t add constraint loose check (a < 10);
alter table t add constraint fresh check (a <> b) not valid;
comment on constraint pos on t is 'not below';
