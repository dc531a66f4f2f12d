create type mood as enum ('c', 'b', 'a');
create table t (id int, m mood check (m <> 'c'));
create index t_partial on t (id) where m = 'a';
create function f(m mood) returns mood language sql as 'select m';
create view v as select f(m) as m from t;
