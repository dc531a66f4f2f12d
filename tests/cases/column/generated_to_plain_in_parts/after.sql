create table p (a int, h int not null) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create table top (a int, h int);
create table heir (b int) inherits (top);
