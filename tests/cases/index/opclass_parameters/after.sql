create table t (a tsvector, b text, c text);
create index i1 on t using gist (a tsvector_ops (siglen = 200));
create index i2 on t (b collate "POSIX" varchar_pattern_ops, c desc);
create index i3 on t using brin (b) with (pages_per_range = 16, autosummarize = true);
