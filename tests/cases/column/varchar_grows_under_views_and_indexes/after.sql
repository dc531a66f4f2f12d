create table t (id int primary key, name varchar(80) not null, code char(5) collate "C");
create unique index t_name on t (name varchar_pattern_ops);
create view v as select name, code from t;
create view w as select upper(name) as name from v;
