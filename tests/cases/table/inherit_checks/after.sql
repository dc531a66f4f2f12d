create table p (a int, b int, constraint c1 check (a > 0) no inherit, constraint c3 check (b > 0));
create table c (constraint own check (a < 200), constraint c3 check (b > 0)) inherits (p);
create table d () inherits (p);
