create table a (id int) partition by range (id);
create table b (id int) partition by list (id);
create table p partition of b for values in (5);
