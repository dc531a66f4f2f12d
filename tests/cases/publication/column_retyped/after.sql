create table t (id bigint primary key, a bigint, b text);
create publication p for table t (id, a) where (id > 0);
create publication q for table t;
