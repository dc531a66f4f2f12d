create table base (a int, b int default 1, check (a > 0));
create table f (c int) inherits (base);
create table g (a int, b int default 1, constraint base_a_check check (a > 0));
create table h (c int) inherits (base);
