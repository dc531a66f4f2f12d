create sequence old_s;
create table t (id bigint default nextval('old_s'));
