create table p (id int, t text) partition by list (id);
create table p1 partition of p for values in (1) with (fillfactor = 80, autovacuum_enabled = off);
create table p2 partition of p (t default 'zwei') for values in (2);
create table p3 partition of p (t not null) for values in (3);
alter table p1 alter t set statistics 6;
alter table p1 replica identity nothing;
alter table p2 force row level security;
alter table p3 alter t set storage external;
