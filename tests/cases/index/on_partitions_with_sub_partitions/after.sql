create table p (id int, d date, n int, v text) partition by range (d);
create table p1 partition of p for values from ('2026-01-01') to ('2026-07-01') partition by list (id);
create table p1a partition of p1 for values in (1, 2);
create table p1b partition of p1 default;
create table p2 partition of p for values from ('2026-07-01') to ('2027-01-01');
create index p_v on p (v, n);
create unique index p_id on p (id, d);
create index p1_local on p1 (lower(v));
create index p1b_local on p1b (v) where id > 5;
