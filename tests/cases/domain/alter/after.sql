create domain d as int not null default 2 constraint positive check (value > 0);
create table t (d d);
