create table m (a int, b int) partition by range (a);
create table m1 partition of m for values from (0) to (10) partition by range (b);
create table m11 partition of m1 for values from (0) to (10);
create index i on m (b);
create unique index u on m (a, b);
create index only_sub on m11 (a);
