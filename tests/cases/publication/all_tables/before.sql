create table t (id bigint primary key);
create publication p for table t;
create publication q for all tables;
