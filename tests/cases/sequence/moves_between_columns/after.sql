create sequence s;
create table t (a int default nextval('s'), b int);
create table u (c int default nextval('s'));
alter sequence s owned by u.c;
create sequence shared increment -1 minvalue -100 maxvalue -1 start -1 cache 5;
alter sequence shared owner to case_owner;
grant select, update on sequence shared to case_reader with grant option;
