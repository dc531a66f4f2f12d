create table t (a int, day date) partition by range (day);
create table t1 partition of t for values from ('2026-01-01') to ('2027-01-01');
