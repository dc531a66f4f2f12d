create sequence s as int maxvalue 1000;
create function next() returns bigint language sql return nextval('s');
create view v as select nextval('s') as n, last_value, is_called from s;
create table t (id bigint default next(), n int default nextval('s'));
