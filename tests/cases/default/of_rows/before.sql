-- A row of the table in a default has as many columns as the table has then.
create table t (a int, b int);
create table u (id int, r t default row(1, 2), s t[] default array[row(1, 2)::t], n t default null);
create table goes (a int, b int, c int);
create table v (r goes default row(1, 2, 3)::goes not null);
create table typed (a int, b int);
create table w (r typed default row(1, 2), s typed[] default array[row(3, 4)::typed]);
create function f(x t default row(1, 2)::t) returns int language sql as 'select (x).a';
create view vt as select row(1, 2)::t as x;
insert into u (id) values (1);
insert into v default values;
insert into w default values;
