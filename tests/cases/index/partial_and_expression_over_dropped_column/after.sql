create table t (id int primary key, name text, full_name text);
create unique index t_live on t (name);
create index t_full on t (full_name);
