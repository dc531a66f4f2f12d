create table t (id int primary key, gone text default 'x', gone_too int not null);
