create table t (a varchar(10), b text, c int);
alter table t alter a set storage external, alter a set statistics 7, alter c set (n_distinct = 5);
grant select (a), update (b) on t to case_reader;
comment on column t.a is 'of a';
