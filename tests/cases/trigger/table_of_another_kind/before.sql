create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create function f() returns trigger language plpgsql as 'begin return new; end';
create table t (a int);
create trigger tr before insert on t for each row execute function f();
