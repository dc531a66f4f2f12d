create type st as enum ('created', 'open');
create table t (id int primary key, st st not null default 'created');
create index t_open on t (id) where st = 'open';
create function is_open(st) returns boolean language sql immutable as $$select $1 = 'open'$$;
create view v as select id, is_open(st) as open from t;
