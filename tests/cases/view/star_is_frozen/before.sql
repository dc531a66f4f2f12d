create table base (a int, b text);
create view all_of_it as select * from base;
