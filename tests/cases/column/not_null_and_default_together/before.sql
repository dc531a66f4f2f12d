create table t (id int primary key, a text, b int not null default 1, c date default current_date not null);
