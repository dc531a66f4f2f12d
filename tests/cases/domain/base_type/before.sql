create domain d as int check (value > 0);
create table t (id int, d d not null);
insert into t values (1, 5);
create view v as select d from t;
