create domain d as int default 5 constraint a check (value > 1);
create table t (d d);
