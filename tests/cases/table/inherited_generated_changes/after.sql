-- From 17 on there is SET EXPRESSION. Before, an heir could only drop what it cannot drop.
create table p (a int, g int generated always as (a * 2) stored);
create table c (a int, g int generated always as (a * 4) stored) inherits (p);
