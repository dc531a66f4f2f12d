create table t (a int not null default 7, b text not null, c int, d date default current_date, e uuid default gen_random_uuid() not null);
create view v as select * from t;
