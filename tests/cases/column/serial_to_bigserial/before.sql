create table parent (id serial primary key, name text);
create table child (id serial primary key, parent_id int not null references parent);
create index child_parent on child (parent_id);
