create sequence s;
create function next() returns bigint language sql return nextval('s');
create view v as select nextval('s') as n, last_value from s;
create table t (id bigint default next(), n bigint default nextval('s'));
