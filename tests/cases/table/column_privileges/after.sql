create table t (id int, a int, b int);
grant select (id, b), insert (b) on t to case_reader;
grant update (a) on t to "Case Role";
grant select on t to public;
