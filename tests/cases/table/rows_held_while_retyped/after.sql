create table t (a bigint, b text);
create table u (r t, rs t[]);
create table v (r t);
