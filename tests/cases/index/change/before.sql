create table t (a int, b int);
create index i on t (a);
create index j on t (a);
create unique index k on t (b);
