create table t (id int primary key, a text not null default '', b int, c date not null);
