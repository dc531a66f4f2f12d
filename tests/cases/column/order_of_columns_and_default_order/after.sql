create table t (c date default '2020-01-01', a int, b text default 'B', d int default 4);
