create table base (id int not null, name text default 'n', constraint named check (name <> ''));
create table other (extra int);
create table child (own date) inherits (base, other);
create table grandchild () inherits (child);
alter table child alter name set default 'c';
create index on child (name);
