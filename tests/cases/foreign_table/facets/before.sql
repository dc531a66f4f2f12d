create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create foreign table t (a int, b int) server s;
create foreign table u (a int) server s;
comment on foreign table t is 'one';
comment on column t.a is 'one';
grant select on t to case_reader;
grant select (a) on u to case_reader;
