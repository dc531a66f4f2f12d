create table base (a int, b text, c date);
create view all_of_it as select a, b from base;
