create table t (a int constraint other not null, b int constraint b_given not null, c int default 1);
comment on constraint other on t is 'one';
comment on constraint b_given on t is 'else';
