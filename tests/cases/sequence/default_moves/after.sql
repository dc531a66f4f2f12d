create sequence new_s;
create table t (id bigint default nextval('new_s'));
