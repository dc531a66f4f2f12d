create table person (id int primary key, first text, last text);
create function full_name(p person) returns text language sql immutable as $$select p.first || ' ' || p.last$$;
create view names as select full_name(person) as name from person;
create index person_name on person (lower(last));
