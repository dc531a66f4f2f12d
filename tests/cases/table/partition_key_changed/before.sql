create table m (id int, a int) partition by range (id);
