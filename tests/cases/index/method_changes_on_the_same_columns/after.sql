create table t (a int4range, b point, c text, d bigint);
create index i on t using brin (d) with (pages_per_range = 16);
create index j on t using spgist (a);
create index k on t (c text_pattern_ops);
create index l on t using gist (b);
