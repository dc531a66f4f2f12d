create type level as enum ('a', 'b');
create table t (id int primary key, level level not null default 'a', check (level <> 'b'));
create index t_level on t (level);
create view v as select level from t;
create function f(level) returns level language sql immutable return $1;
