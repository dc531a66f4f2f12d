create table t (a text) with (toast.autovacuum_enabled = false);
create table u (a int, b jsonb) with (fillfactor = 70, toast.autovacuum_vacuum_threshold = 10);
