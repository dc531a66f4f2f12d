create table t (a int not null, b int not null, c int);
alter table t add constraint t_a primary key (a);
alter table t add constraint t_b unique (b, c);
create table u (a int references t (a));
