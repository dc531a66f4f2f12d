create table t (a int, b int);
create view v with (security_barrier) as select a, b from t;
grant select on v to case_reader;
comment on view v is 'x';
comment on column v.a is 'first';
alter view v owner to case_owner;
alter view v alter a set default 5;
create function tf() returns trigger language plpgsql as 'begin return new; end';
create trigger ins instead of insert on v for each row execute function tf();
