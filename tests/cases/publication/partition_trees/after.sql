create table p (id int primary key, d int, e int) partition by list (id);
create table p1 partition of p for values in (1);
create table p2 partition of p for values in (2);
create publication pub for table p2, p with (publish_via_partition_root = true);
