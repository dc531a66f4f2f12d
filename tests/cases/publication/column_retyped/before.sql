create table t (id int primary key, a int, b text);
create publication p for table t (id, a) where (id > 0);
create publication q for table t;
