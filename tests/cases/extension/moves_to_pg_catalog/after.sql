create extension btree_gist schema pg_catalog;
create table t (id int, exclude using gist (id with =));
