create sequence ids;
create table a (id bigint primary key default nextval('ids'));
create table b (id bigint primary key default nextval('ids'));
