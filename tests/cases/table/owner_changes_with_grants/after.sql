create table t (id int);
alter table t owner to case_owner;
grant select on t to case_reader;
grant insert on t to "Case Role";
