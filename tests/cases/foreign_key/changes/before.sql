create table a (id int primary key, x int unique);
create table b (a_id int constraint fk references a, other int);
insert into a values (1, 1); insert into b values (1, 1);
