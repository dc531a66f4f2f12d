create table p (a int, g int generated always as (a * 2) stored);
create table c (a int, g int generated always as (a * 3) stored) inherits (p);
