create table t (id int primary key, level text not null default 'a', check (level <> 'b'), constraint known check (level in ('a', 'b')));
create index t_level on t (level);
create view v as select level from t;
create function f(text) returns text language sql immutable return $1;
