create table t (a int, b int);
create index i on t (b);
create unique index j on t (a);
create index k on t (b) where b > 0;
