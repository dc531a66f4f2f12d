create table t (a int, b text, c int[]);
create index i on t ((a + 1), (lower(b))) with (fillfactor = 70);
alter index i alter column 1 set statistics 100;
create index j on t using gin (c) with (fastupdate = off);
create index k on t using brin (a) with (pages_per_range = 32);
comment on index k is 'goes';
