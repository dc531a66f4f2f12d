create domain colour as text check (value in ('red', 'blue'));
create table t (id int primary key, colour colour default 'red');
