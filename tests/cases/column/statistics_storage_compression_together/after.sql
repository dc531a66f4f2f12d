create table t (id int primary key, a text, b bytea, c jsonb);
alter table t alter b set statistics 10, alter c set storage main;
alter table t alter c set (n_distinct = 100);
