create table p (a int, b text) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create table p2 partition of p for values from (10) to (20);
create index p_b on p (b);
create index p2_a on p2 (a desc) where b is not null;
