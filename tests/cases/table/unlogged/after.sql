create unlogged table t (id serial primary key);
create index on t (id);
