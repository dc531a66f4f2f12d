create table t (id int primary key, v int, w text, x boolean, y date, z inet);
