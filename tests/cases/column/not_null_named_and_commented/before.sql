create table t (a int constraint given not null, b int not null, c int constraint goes not null default 1);
comment on constraint given on t is 'one';
comment on constraint t_b_not_null on t is 'two';
