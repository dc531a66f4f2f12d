create table t (a int, b int, plain int, g int generated always as (a * 2) stored);
comment on column t.g is 'twice';
insert into t values (1, 2, 3);
