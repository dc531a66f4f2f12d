create table base (a int, b int default 2, check (a > 1));
create table f (a int, b int, c int);
create table g (a int, b int default 2, constraint base_a_check check (a > 1)) inherits (base);
create table h (c int) inherits (base);
