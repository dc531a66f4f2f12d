create type address as (street text, zip text, country text);
create table t of address;
create function f(a address) returns text language sql as 'select a.street';
