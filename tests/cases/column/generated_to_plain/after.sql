create table t (a int, h int);
comment on column t.h is 'y';
