create table t (id bigint primary key);
create publication p for table t with (publish = 'insert, update, delete', publish_via_partition_root = true);
create publication q for table t;
create publication r for table t with (publish = 'insert', publish_via_partition_root = true);
