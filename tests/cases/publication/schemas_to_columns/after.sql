create schema s;
create table t (id int primary key, a int);
create table s.u (id int primary key);
create publication p for table t (id);
create publication q for tables in schema s;
