create type address as (street text, country text);
create table t of address;
