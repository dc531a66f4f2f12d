create table t (d int generated always as identity (increment by 2), e int generated always as identity);
insert into t default values;
