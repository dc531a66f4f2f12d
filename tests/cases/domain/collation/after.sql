create domain d as text collate "C";
create table t (d d primary key);
