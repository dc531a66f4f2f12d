create type status as enum ('active', 'blocked');
create table t (id int primary key, status status not null default 'active');
create index t_active on t (id) where status = 'active';
create view v as select id from t where status = 'active';
