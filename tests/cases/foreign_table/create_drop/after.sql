create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create schema other;
create foreign table other."New one" ("Col" int options (column_name 'x, y') not null, constraint positive check ("Col" > 0) no inherit) server s;
grant select, update ("Col") on other."New one" to case_reader;
create view v as select "Col" as a from other."New one";
