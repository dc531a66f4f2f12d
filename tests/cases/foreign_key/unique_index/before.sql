create table a (id int);
create table b (a_id int);
