create table t (a int, b int, c text);
create index i1 on t (a) include (b, c) where c in ('x', 'y');
create unique index i2 on t (a, b) nulls not distinct;
create index i3 on t ((a + b) desc, lower(c));
alter index i3 alter column 1 set statistics 200;
