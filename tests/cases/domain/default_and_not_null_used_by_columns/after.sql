create domain money_amount as numeric(14,4) not null default 1 constraint positive check (value >= 0);
create table t (id int primary key, a money_amount, b money_amount default 6, c money_amount);
create view v as select a + b as sum from t;
