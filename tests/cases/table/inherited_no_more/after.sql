create table base (id int, name text);
create table child (id int, name text, own int);
