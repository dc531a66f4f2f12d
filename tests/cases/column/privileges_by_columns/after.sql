create table t (a int, b int, c int, e int);
grant select (a, b) on t to case_reader;
grant update (b, e) on t to case_reader with grant option;
grant select (e) on t to public;
grant insert on t to case_owner;
