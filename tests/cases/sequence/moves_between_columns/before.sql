create sequence s;
create table t (a int default nextval('s'), b int);
create table u (c int default nextval('s'));
alter sequence s owned by t.a;
create sequence shared increment 2 cycle maxvalue 100;
comment on sequence shared is 'by two';
grant usage on sequence shared to case_reader;
