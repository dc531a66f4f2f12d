create table t (a int, b int, c int, d int);
grant select on t to case_reader;
grant update (a, b) on t to case_reader;
grant select (c) on t to public;
grant references (a) on t to case_owner with grant option;
