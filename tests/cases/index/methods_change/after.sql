create table t (a int, b text, c int4range, d inet, e point);
create index i_a on t using brin (a int4_minmax_multi_ops);
create index i_b on t (b collate "C" text_pattern_ops);
create index i_c on t using spgist (c);
create index i_d on t (d desc nulls first);
create index i_e on t using spgist (e kd_point_ops);
