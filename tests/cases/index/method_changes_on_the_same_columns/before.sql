create table t (a int4range, b point, c text, d bigint);
create index i on t (d);
create index j on t using gist (a);
create index k on t using hash (c);
