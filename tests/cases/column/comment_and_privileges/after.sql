create table t (a int, b int);
comment on column t.a is 'y';
comment on column t.b is 'z';
grant insert (b) on t to case_reader;
