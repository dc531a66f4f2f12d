create table m (id int) partition by range (id);
