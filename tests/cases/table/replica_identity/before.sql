create table t (a int not null);
create unique index i on t (a);
create table u (a int primary key);
alter table u cluster on u_pkey;
