create schema a;
create schema b authorization case_owner;
grant usage on schema a to case_reader;
comment on schema a is 'first';
create table a.t (x int);
create view b.v as select x from a.t;
create schema c;
create function c.f() returns int language sql return 1;
