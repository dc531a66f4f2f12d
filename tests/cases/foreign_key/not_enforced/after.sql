create table a (id int primary key);
create table b (x int constraint starts references a, y int constraint stops references a not enforced, z int);
alter table b add constraint fresh foreign key (z) references a on delete cascade not enforced;
create table c (x int constraint inline references a not enforced);
