create table m (a int not null, b int, c text default 'x', d int) partition by range (a);
create table m1 partition of m for values from (0) to (10) partition by list (b);
create table m1a partition of m1 for values in (1);
create table m1c partition of m1 for values in (2) partition by hash (a);
create table m1c0 partition of m1c for values with (modulus 2, remainder 0);
create table m1c1 partition of m1c for values with (modulus 2, remainder 1);
create table m2 partition of m for values from (10) to (20);
create table mrest partition of m default;
create index m_d on m (d, lower(c));
