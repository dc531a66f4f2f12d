create table t (id bigint primary key, a int, b text, "C d" text);
create table u (id bigint primary key, a int);
create table v (id bigint primary key, a int);
create publication p for table t (id, "C d", a), u where (id > 10 and id < 100), v (id) where (id <> 3);
