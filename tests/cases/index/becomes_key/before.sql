create table t (a int not null, b int not null, c int);
create unique index t_a on t (a);
create unique index t_b on t (b, c);
create table u (a int references t (a));
