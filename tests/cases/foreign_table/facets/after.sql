create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create foreign table t (a int, b int) server s;
create foreign table u (a int) server s;
comment on foreign table t is 'two';
comment on column t.b is 'two';
grant select (a), update (b) on t to case_reader;
alter foreign table u owner to case_owner;
