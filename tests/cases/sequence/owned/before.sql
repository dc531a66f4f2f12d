create table t (id int, other int);
create table u (id int);
create sequence s owned by t.id;
create sequence free;
