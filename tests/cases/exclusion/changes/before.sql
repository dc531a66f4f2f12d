create extension btree_gist;
create table t (r int4range, c circle, k int, constraint ex exclude using gist (r with &&));
