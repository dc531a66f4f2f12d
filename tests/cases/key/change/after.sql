create table t (a int not null, b int, c int, primary key (b), constraint uq unique (a) deferrable);
create table u (t_a int, t_b int references t);
create view v as select b, c from t group by b;
