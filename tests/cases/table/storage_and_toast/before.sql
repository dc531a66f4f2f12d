create table t (a text) with (fillfactor = 50, toast.autovacuum_enabled = off, parallel_workers = 2);
create table u (a text) with (autovacuum_vacuum_scale_factor = 0.05);
create table w (a text);
