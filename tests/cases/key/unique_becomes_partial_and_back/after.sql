create table t (a int, b boolean not null default false);
create unique index t_a on t (a) where not b;
