create table a (id bigint primary key);
create table b (id bigint primary key);
create table c (id bigint primary key);
create table comes (id bigint primary key);
create publication p for table a, c, comes;
