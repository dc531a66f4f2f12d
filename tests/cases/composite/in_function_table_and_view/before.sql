create type addr as (street text, zip int);
create table p (id int primary key, home addr);
create function show(addr) returns text language sql immutable as $$select ($1).street$$;
create view v as select show(home) as s, (home).zip from p;
