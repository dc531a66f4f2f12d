create table t (id int);
revoke all on t from postgres;
grant select on t to public;
grant select, insert on t to case_reader with grant option;
grant truncate, trigger, references on t to "Case Role";
