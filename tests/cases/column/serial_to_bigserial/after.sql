create table parent (id bigserial primary key, name text);
create table child (id bigserial primary key, parent_id bigint not null references parent);
create index child_parent on child (parent_id);
