create table node (id int primary key, up int references node on delete cascade);
create table p (id int primary key, n int references node on delete set null, up int references p) partition by list (id);
create table p1 partition of p for values in (1);
create table p2 partition of p for values in (2) partition by list (id);
create table p2a partition of p2 for values in (2);
create table p3 partition of p default;
