create table t (id bigint primary key, a text);
create table u (id bigint primary key);
create publication feed for table t, u;
create publication everything for all tables with (publish = 'insert, delete', publish_via_partition_root = true);
create publication "Empty one" with (publish = '');
comment on publication "Empty one" is 'nothing yet';
alter publication feed owner to case_owner;
