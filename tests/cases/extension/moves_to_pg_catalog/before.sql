create extension btree_gist;
create table t (id int, exclude using gist (id with =));
