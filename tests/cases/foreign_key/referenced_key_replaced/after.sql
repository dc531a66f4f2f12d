create table a (id int constraint k primary key deferrable, n int);
create table b (a_id int);
