create table t (id bigint primary key, a int);
create publication p for table t (id, a) where (id > 0);
