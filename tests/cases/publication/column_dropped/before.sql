create table t (id bigint primary key, b text, a int);
create table u (id bigint primary key, a int not null);
alter table u replica identity full;
create publication p for table t (id, a, b), u where (a > 0);
