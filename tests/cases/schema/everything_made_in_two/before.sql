create schema a;
create table a.t (id int primary key, v text);
