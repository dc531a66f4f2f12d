create type address as (street text, zip text, country text);
create table t of address;
