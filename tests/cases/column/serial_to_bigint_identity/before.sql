create table parent (id serial primary key, name text);
create table child (id serial primary key, parent_id int not null references parent, no smallserial not null);
create table counted (n serial, label text);
create view children as select c.id, p.name from child c join parent p on p.id = c.parent_id;
insert into parent (name) values ('a'), ('b');
insert into child (parent_id) values (1), (2), (2);
select setval('counted_n_seq', 70000);
