create table t (a bigint not null, b bigint not null, c text);
create unique index t_b on t (b) include (a);
alter table t replica identity using index t_b;
