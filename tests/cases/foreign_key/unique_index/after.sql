create table a (id int);
create unique index a_id on a (id);
create table b (a_id int references a (id));
