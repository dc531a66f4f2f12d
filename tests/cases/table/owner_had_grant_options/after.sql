create table t (a int);
alter table t owner to case_reader;
create table u (a int);
alter table u owner to case_reader;
revoke delete on u from case_reader;
