create table t (a int);
alter table t owner to case_owner;
grant all on t to case_reader with grant option;
create table u (a int);
alter table u owner to case_owner;
revoke delete on u from case_owner;
grant select on u to case_reader;
