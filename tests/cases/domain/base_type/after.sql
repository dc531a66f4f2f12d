create domain d as bigint check (value > 0);
create table t (id int, d d not null);
create view v as select d from t;
