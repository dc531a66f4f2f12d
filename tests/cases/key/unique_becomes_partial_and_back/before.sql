create table t (a int, b boolean not null default false, constraint t_a unique (a));
