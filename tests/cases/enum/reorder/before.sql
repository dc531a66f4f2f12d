create type mood as enum ('a', 'b', 'c');
create table t (id int, m mood check (m <> 'c'));
create index t_partial on t (id) where m = 'a';
create function f(m mood) returns mood language sql as 'select m';
create view v as select f(m) as m from t;
create table p (m mood) partition by list (m);
drop table p;
