create table a (id int primary key, code text not null unique);
create table b (a_code text references a (code), primary key (a_code));
create table c (b text references b, x int);
create view v as select a.id, b.a_code from a join b on b.a_code = a.code;
