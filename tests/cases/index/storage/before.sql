create table t (a int, b int[]);
create index i1 on t (a) with (fillfactor = 70);
create index i2 on t using gin (b) with (fastupdate = off);
create index i3 on t (a);
