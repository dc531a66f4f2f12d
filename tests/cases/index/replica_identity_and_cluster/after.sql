create table t (a bigint not null, b bigint not null);
create unique index t_a on t (a);
create unique index t_b on t (b) include (a);
alter table t replica identity using index t_b;
alter table t cluster on t_a;
create table u (a int);
alter table u replica identity full;
