create table p (id int, t text) partition by list (id);
create table p1 partition of p for values in (1) with (fillfactor = 70);
create table p2 partition of p (t default 'two') for values in (2);
create unlogged table p3 partition of p for values in (3);
alter table p1 alter t set statistics 5;
alter table p1 replica identity full;
alter table p2 enable row level security;
