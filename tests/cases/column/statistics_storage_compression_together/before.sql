create table t (id int primary key, a text, b bytea, c jsonb);
alter table t alter a set statistics 500, alter b set storage external;
alter table t alter a set (n_distinct = -0.5);
