create table t (a int primary key);
create publication p for table t;
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table f (a int, b text) server s;
create subscription su connection 'host=nowhere dbname=x' publication p with (connect = false, slot_name = none);
security label for pleat_test on publication p is 'tells more';
security label for pleat_test on column f.a is 'far in part';
security label for "Other one" on subscription su is 'hears';
