create table t (a int, b int not null, c int, primary key (a), constraint uq unique (b));
create table u (t_a int references t, t_b int references t (b));
create view v as select a, b, c from t group by a;
