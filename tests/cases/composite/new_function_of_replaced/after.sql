create type address as (zip text, street text);
create table t (a address);
create function f(a address) returns int language sql as 'select 1';
