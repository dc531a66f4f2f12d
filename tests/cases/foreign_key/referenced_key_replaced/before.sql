create table a (id int constraint k primary key, n int);
create table b (a_id int references a);
