create table t (a int, h int generated always as (a) stored);
comment on column t.h is 'x';
insert into t values (1);
