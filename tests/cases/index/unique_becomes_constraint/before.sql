create table t (id int primary key, a int not null, b int not null);
create unique index t_a_b on t (a, b);
