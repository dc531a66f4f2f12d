create table t (a int, b int);
comment on column t.a is 'x';
grant select (a) on t to case_reader;
