create type mood as enum ('low', 'high');
create type address as (street text, zip varchar(10), m mood);
create table t of address (zip with options not null, m with options default 'low');
create view v as select street, zip from t;
