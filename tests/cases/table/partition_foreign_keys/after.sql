create table r (id int primary key);
create table m (a int, b int, constraint whole foreign key (b) references r on delete cascade) partition by list (a);
create table m1 partition of m for values in (1);
create table m2 partition of m for values in (2);
create table m3 partition of m for values in (3);
