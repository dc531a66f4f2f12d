create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create function f() returns trigger language plpgsql as 'begin return new; end';
create foreign table t (a int, constraint c1 check (a > 0), constraint c2 check (a < 9)) server s;
create trigger tr before insert on t for each row execute function f();
