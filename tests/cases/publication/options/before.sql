create table t (id bigint primary key);
create publication p for table t;
create publication q for table t with (publish = 'insert', publish_via_partition_root = true);
create publication r for table t with (publish = 'update, truncate');
