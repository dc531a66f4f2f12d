create table t (a int, b int[]);
create index i1 on t (a) with (fillfactor = 80, deduplicate_items = off);
create index i2 on t using gin (b);
create index i3 on t (a) with (fillfactor = 60);
