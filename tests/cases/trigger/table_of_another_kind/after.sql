create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create function g() returns trigger language plpgsql as 'begin return new; end';
create foreign table t (a int) server s;
create trigger tr before insert on t for each row execute function g();
