create schema app;
create table app.parent (id int primary key);
create table child (id int primary key, parent_id int references app.parent);
