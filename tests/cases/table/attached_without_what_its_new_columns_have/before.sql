create table m (id int) partition by range (id);
create table p (id int);
