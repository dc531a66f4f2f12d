create type mood as enum ('high', 'low');
create type address as (street text, zip text, m mood, n int);
create table t of address (zip with options not null, m with options default 'low');
create view v as select street, zip from t;
