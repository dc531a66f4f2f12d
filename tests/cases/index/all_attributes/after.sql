create table t (a int, b text, c tsvector, d int[], e text collate "C");
create unique index i1 on t (a desc nulls last, b text_pattern_ops) include (d) where a > 0;
create index i2 on t using gin (c) with (fastupdate = off);
create index i3 on t using hash (a);
create index i4 on t (lower(b) collate "C", (a + 1));
\if :pg15
create unique index i5 on t (a) nulls not distinct;
\endif
create index i6 on t using brin (a) with (pages_per_range = 5);
create index i7 on t (e collate "POSIX") with (fillfactor = 60);
create index i8 on t using gist (c tsvector_ops (siglen = 100));
comment on index i1 is 'first';
alter index i4 alter column 1 set statistics 100;
alter table t cluster on i7;
alter table t alter a set not null;
