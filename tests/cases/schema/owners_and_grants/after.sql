create schema a authorization case_owner;
create schema b;
grant usage, create on schema a to case_reader with grant option;
grant usage on schema b to public;
comment on schema b is 'second';
create table a.t (x bigint);
create view b.v as select x from a.t;
create schema d;
create function d.f() returns int language sql return 1;
