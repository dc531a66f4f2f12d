create schema s;
create schema other;
create table s.t (id bigint primary key);
create publication p for tables in schema s;
create publication q for tables in schema s, public;
