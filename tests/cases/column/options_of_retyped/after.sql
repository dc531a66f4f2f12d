create table t (a text, b text[], c bigint);
alter table t alter a set storage external, alter a set statistics 7, alter c set (n_distinct = 5), alter b set storage main;
grant select (a), update (b), insert (c) on t to case_reader;
comment on column t.a is 'of a';
comment on column t.b is 'many';
