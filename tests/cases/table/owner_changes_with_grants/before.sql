create table t (id int);
grant select on t to case_reader;
