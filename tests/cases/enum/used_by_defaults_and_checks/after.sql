create type level as enum ('low', 'middle', 'high');
create table t (id int, level level not null default 'middle', levels level[] default '{low,middle}', check (level >= 'low'), check ('high' <> all (levels)));
create index t_low on t (id) where level = 'low';
create function at_least(level, level default 'middle') returns bool language sql immutable return $1 >= $2;
create view v as select id, at_least(level) as enough, levels[1] as first from t;
create domain l as level default 'middle' check (value <> 'low');
