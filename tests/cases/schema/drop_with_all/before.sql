create schema app;
create table app.t (id int primary key);
create view app.v as select * from app.t where false;
create function app.f() returns int language sql as 'select 1';
