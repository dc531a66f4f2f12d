create table t (id int);
alter table t owner to case_owner;
grant select, insert, update on t to case_reader;
grant delete on t to "Case Role" with grant option;
