create schema s;
create schema other;
create table s.t (id bigint primary key);
create table u (id bigint primary key);
create publication p for tables in schema other, table u;
create publication q for tables in schema s;
