create type addr as (street text, zip text, land char(2));
create table p (id int primary key, home addr, work addr);
create function show(addr) returns text language sql immutable as $$select ($1).street || ($1).land$$;
create view v as select show(home) as s, (home).zip from p;
