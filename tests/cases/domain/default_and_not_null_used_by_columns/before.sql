create domain money_amount as numeric(10,2) default 0;
create table t (id int primary key, a money_amount, b money_amount default 5);
create view v as select a + b as sum from t;
