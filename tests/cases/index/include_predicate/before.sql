create table t (a int, b int, c text);
create index i1 on t (a) include (b) where c is not null;
create unique index i2 on t (a, b);
create index i3 on t ((a + b), lower(c) text_pattern_ops);
