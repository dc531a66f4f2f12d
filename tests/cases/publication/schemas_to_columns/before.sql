create schema s;
create table t (id int primary key, a int);
create table s.u (id int primary key);
create publication p for tables in schema s;
create publication q for table t (id, a);
