create table t (a int not null);
create unique index i on t (a);
alter table t replica identity full;
create table u (a int primary key);
alter table u replica identity using index u_pkey;
