create type address as (street text, zip text, country text);
create table t of address (zip with options not null, country with options default 'de' not null);
create view v as select street, zip from t;
create function f(a address) returns text language sql as 'select a.street';
create table u (home address);
