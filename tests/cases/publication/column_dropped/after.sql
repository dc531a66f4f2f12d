create table t (id bigint primary key, b text);
create table u (id bigint primary key);
alter table u replica identity full;
create publication p for table t (id, b), u;
