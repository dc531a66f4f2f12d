create type address as (street text, zip text);
create table t (a address);
create function g(a address) returns int language sql as 'select 1';
