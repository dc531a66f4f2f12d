create table t (id bigint primary key);
create publication p for all tables;
create publication q for table t;
