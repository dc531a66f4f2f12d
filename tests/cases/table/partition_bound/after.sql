create table m (id int) partition by range (id);
create table p partition of m for values from (0) to (20);
create table d partition of m for values from (20) to (30);
