create table p (a int, b int, constraint c1 check (a > 0), constraint c2 check (b > 0) no inherit);
create table c (constraint own check (a < 100)) inherits (p);
create table d (constraint c1 check (a > 0)) inherits (p);
