create table t (id serial primary key);
create index on t (id);
insert into t default values;
