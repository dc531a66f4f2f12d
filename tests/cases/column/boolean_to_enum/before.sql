create table t (id int primary key, active boolean not null default true);
create index t_active on t (id) where active;
create view v as select id from t where active;
