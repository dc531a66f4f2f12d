create table a (id int, note varchar(100), big text);
alter table a alter note set storage external, alter big set storage extended;
create table b () inherits (a);
alter table b alter id set statistics 60;
create table c (n int) inherits (a);
alter table c alter n set statistics 10;
