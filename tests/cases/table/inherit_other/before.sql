create table a (id int);
create table b (id int);
create table t (id int);
alter table t inherit a;
