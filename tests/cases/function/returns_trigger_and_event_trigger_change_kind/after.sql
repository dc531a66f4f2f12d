create table t (id int);
create function g() returns int language sql as $$select 1$$;
create view v as select g() as n;
