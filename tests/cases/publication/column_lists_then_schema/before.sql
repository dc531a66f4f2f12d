create table a (id int primary key, n int, secret text);
create table b (id int primary key);
create publication p for table a (id, n) where (n > 0), b;
