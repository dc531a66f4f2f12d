create extension btree_gist;
create table t (id int primary key, a int unique, b int, constraint t_b exclude using gist (b with =));
comment on constraint t_pkey on t is 'the constraint';
comment on index t_pkey is 'the index';
comment on index t_b is 'it''s an index';
create table p (id int, n int, primary key (id)) partition by range (id);
create table p1 partition of p for values from (0) to (10);
comment on index p_pkey is 'of all';
