create table a (id int, note text, big text);
alter table a alter note set storage external, alter big set storage main;
create table b () inherits (a);
alter table b alter id set statistics 50;
create table c (n int) inherits (a);
