create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create function f() returns trigger language plpgsql as 'begin return new; end';
create foreign table t (a int, constraint c1 check (a > 1), constraint c3 check (a <> 5)) server s;
comment on constraint c3 on t is 'new';
create trigger tr after update on t for each row execute function f();
alter table t disable trigger tr;
