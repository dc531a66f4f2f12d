create table a (id bigint primary key, n bigint, secret text, more text);
create table c (id int primary key);
create publication p for table a (id, n, more) where (n > 10), c;
