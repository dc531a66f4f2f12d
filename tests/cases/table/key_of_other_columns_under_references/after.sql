create table a (id int not null unique, code text primary key);
create table b (a_code text references a, n int, primary key (a_code, n));
create table c (b text, x int, foreign key (b, x) references b);
create view v as select a.id, b.a_code, b.n from a join b on b.a_code = a.code;
