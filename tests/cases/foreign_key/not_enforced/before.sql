create table a (id int primary key);
create table b (x int constraint starts references a not enforced, y int constraint stops references a, z int);
