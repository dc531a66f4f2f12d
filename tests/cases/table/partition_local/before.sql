create table m (id int, a int default 1, b text, c int default 3) partition by range (id);
create table p partition of m for values from (0) to (10);
