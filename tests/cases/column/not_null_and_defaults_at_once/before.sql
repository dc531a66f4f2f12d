create table t (a int, b text default 'x', c int not null default 0, d timestamptz default now());
create view v as select * from t;
