create table t (id bigint, day date, primary key (id, day)) partition by range (day);
create table t1 partition of t for values from ('2024-01-01') to ('2025-01-01');
create table t2 partition of t for values from ('2025-01-01') to ('2026-01-01');
create table h (id bigint primary key);
create table h1 (primary key (id)) inherits (h);
create publication p for table h;
create publication q for table t2, t;
