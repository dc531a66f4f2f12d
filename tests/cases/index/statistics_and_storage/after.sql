create table t (a int, b text, c int[]);
create index i on t ((a + 1), (lower(b)));
alter index i alter column 2 set statistics 200;
create index j on t using gin (c) with (fastupdate = on, gin_pending_list_limit = 256);
create index k on t using brin (a) with (autosummarize = on);
comment on index i is 'comes';
