create schema tools;
create function tools.new_id() returns bigint language sql volatile as $$ select 1 $$;
create sequence tools.ids;
create table t (id bigint default tools.new_id(), n bigint default nextval('tools.ids'), at timestamptz default now());
create view v as select id, n from t;
