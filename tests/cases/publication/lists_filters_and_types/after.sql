create type kind as enum ('a', 'b');
create table t (id bigint primary key, kind text, n bigint, secret text, more int);
create publication p for table t (id, kind, more) where (n > 1 and kind <> 'x') with (publish = 'insert, update');
create publication q for table t where (n is not null) with (publish = 'insert', publish_via_partition_root = true);
alter publication q owner to case_superuser;
