create table t (a int not null, b int not null);
create unique index t_a on t (a);
create unique index t_b on t (b);
alter table t replica identity using index t_a;
alter table t cluster on t_b;
create table u (a int);
alter table u replica identity nothing;
