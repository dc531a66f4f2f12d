create table t (id bigint primary key, a int, b int);
create publication p for table t (id, a, b) where (id > 0);
