create type e as enum ('b', 'a');
create table t (k e, v int) partition by range (v);
create table t1 partition of t for values from (0) to (9) partition by list (k);
create table t1a partition of t1 for values in ('a');
