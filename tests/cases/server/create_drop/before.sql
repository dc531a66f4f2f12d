create extension postgres_fdw;
create server gone type 'old' version '1' foreign data wrapper postgres_fdw options (host 'a');
create user mapping for case_owner server gone options (user 'x');
create foreign table t (a int) server gone;
comment on server gone is 'goes';
