create type st as enum ('new', 'open', 'closed');
create table t (id int primary key, st st not null default 'new');
create index t_open on t (id) where st = 'open';
create function is_open(st) returns boolean language sql immutable as $$select $1 = 'open'$$;
create view v as select id, is_open(st) as open from t;
