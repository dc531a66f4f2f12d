create table p (id bigint, d date) partition by range (d);
create table p1 partition of p for values from ('2026-01-01') to ('2026-07-01') partition by list (id);
create table p1a partition of p1 for values in (1, 2);
