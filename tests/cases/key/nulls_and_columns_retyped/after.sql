create table t (a bigint, b text, constraint u unique nulls not distinct (a, b));
create table r (a bigint, b text, foreign key (a, b) references t (a, b));
create view v as select a, b from t;
