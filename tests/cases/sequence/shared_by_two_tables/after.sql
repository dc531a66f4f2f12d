create sequence ids cache 10;
create table a (id bigint primary key default nextval('ids'));
create table b (id bigint primary key default nextval('ids'));
create table c (id bigint primary key default nextval('ids'), at timestamptz);
grant usage on sequence ids to case_owner;
