create extension citext;
create extension hstore;
create table t (id int primary key, name citext not null, attrs hstore);
create unique index t_name on t (name);
create index t_attrs on t using gin (attrs);
