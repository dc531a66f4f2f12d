create table t (a text default '5', b int default 7, c varchar(5) default 'abc', d int default 3);
