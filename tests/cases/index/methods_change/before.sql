create table t (a int, b text, c int4range, d inet, e point);
create index i_a on t (a);
create index i_b on t using hash (b);
create index i_c on t using gist (c);
create index i_d on t using gist (d inet_ops);
create index i_e on t using gist (e);
