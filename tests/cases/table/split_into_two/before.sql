create table person (id int primary key, name text not null, street text, city text);
create view letters as select name, street, city from person;
