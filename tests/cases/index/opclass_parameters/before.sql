create table t (a tsvector, b text, c text);
create index i1 on t using gist (a tsvector_ops (siglen = 100));
create index i2 on t (b text_pattern_ops, c collate "C" desc nulls last);
