create table t (id int, a int, b int);
grant select (id, a) on t to case_reader;
grant update (a) on t to "Case Role" with grant option;
