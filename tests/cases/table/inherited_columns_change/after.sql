create table base (id bigint not null, name text, fresh date default now());
create table child (own int) inherits (base);
create view v as select name from child;
