create schema tools;
create function tools.new_id(kind text default 'x') returns text language sql volatile as $$ select kind || '1' $$;
create sequence tools.ids as int cache 10;
create table t (id text default tools.new_id(), n int default nextval('tools.ids'), at timestamptz default clock_timestamp() not null);
create view v as select id, n from t;
